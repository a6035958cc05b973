CATCHES = {
    "plain": "RUN ⟦apt-get install git⟧",
    "quiet once": "RUN ⟦apt-get install -q git⟧",
    "quiet by one": "RUN apt-get install -q=1 git",
    "only the second says yes": "RUN ⟦apt-get install git⟧ && apt-get install -y curl",
    "says no": "RUN apt-get install --assume-no git",
    "setting is off": "RUN apt-get -o APT::Get::Assume-Yes=false install git",
    "xargs pipes packages": "RUN cat list | xargs apt-get install",
    "variable of another name": "RUN DEBIAN_FRONTEND=noninteractive apt-get install git",
    "onbuild": "ONBUILD RUN apt-get install git",
}

STAYS_QUIET = {
    "short": "RUN apt-get install -y git",
    "before the verb": "RUN apt-get -y install git",
    "behind the packages": "RUN apt-get install git -y",
    "long": "RUN apt-get install --yes git",
    "another long form": "RUN apt-get install --assume-yes git",
    "in a cluster": "RUN apt-get install -qy git",
    "quiet twice": "RUN apt-get install -qq git",
    "quiet twice, apart": "RUN apt-get install -q -q git",
    "quiet twice, long": "RUN apt-get install --quiet --quiet git",
    "quiet by two": "RUN apt-get install -q=2 git",
    "setting": "RUN apt-get -o APT::Get::Assume-Yes=true install git",
    "answered by a pipe": "RUN yes | apt-get install git",
    "answered by echo": "RUN echo y | sudo apt-get install git",
    "update asks nothing": "RUN apt-get update",
    "another manager": "RUN aptitude install git",
}

FIXES = {
    "behind the verb": ("RUN apt-get install git", "RUN apt-get install -y git"),
    "exec form": ('RUN ["apt-get", "install", "git"]', 'RUN ["apt-get", "install", "-y", "git"]'),
    "script in the exec form": (
        'RUN ["sh", "-c", "apt-get install git"]',
        'RUN ["sh", "-c", "apt-get install -y git"]',
    ),
}
