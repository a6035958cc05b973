CATCHES = {
    "two RUNs": "RUN ⟦apt-get update⟧\nRUN apt-get install -y git",
    "with apt": "RUN apt update\nRUN apt install -y git",
    "with an upgrade": "RUN ⟦apt-get update⟧ && apt-get upgrade -y\nRUN apt-get install -y git",
    "much later": "RUN apt-get update\nCOPY a /a\nENV A=1\nRUN a && apt-get install -y git",
    "with flags": "RUN ⟦apt-get -qq update⟧\nRUN apt-get install -y git",
    "behind sudo": "RUN sudo apt-get update\nRUN sudo apt-get install -y git",
}

STAYS_QUIET = {
    "one RUN": "RUN apt-get update && apt-get install -y git",
    "one RUN, and another": "RUN apt-get update && apt-get install -y git\nRUN apt-get install -y curl",
    "updated again": "RUN apt-get update\nRUN apt-get update && apt-get install -y git",
    "nothing is installed": "RUN apt-get update && apt-get upgrade -y",
    "nothing more is installed": "RUN apt-get install -y git\nRUN apt-get update",
    "in another stage": "FROM a:1\nRUN apt-get update\nFROM b:1\nRUN apt-get install -y git",
    "the lists are on a mount": (
        "RUN --mount=type=cache,target=/var/lib/apt apt-get update\n"
        "RUN --mount=type=cache,target=/var/lib/apt apt-get install -y git"
    ),
    "a file is installed": "RUN apt-get update && x\nRUN apt-get install -y /tmp/a.deb",
    "another manager": "RUN apk update\nRUN apk add git",
    "pip": "RUN apt-get update\nRUN pip install flask",
    "only said": "RUN echo apt-get update\nRUN apt-get install -y git",
}

FIXES = {
    "put together": (
        "RUN apt-get update\nRUN apt-get install -y git\n",
        "RUN apt-get update && apt-get install -y git\n",
    ),
    "with what comes before": (
        "RUN apt-get -q update\nRUN a && apt-get install -y git\n",
        "RUN a && apt-get -q update && apt-get install -y git\n",
    ),
    "not where it does more": (
        "RUN apt-get update && apt-get upgrade -y\nRUN apt-get install -y git\n",
        "RUN apt-get update && apt-get upgrade -y\nRUN apt-get install -y git\n",
    ),
}
