CATCHES = {
    "plain": "RUN ⟦apt-get install -y git⟧",
    "by sudo": "RUN sudo ⟦apt-get install -y git⟧",
    "setting is on": "RUN apt-get -o APT::Install-Recommends=true install git",
    "only suggested ones": "RUN apt-get install --no-install-suggests git",
    "onbuild": "ONBUILD RUN apt-get install git",
}

STAYS_QUIET = {
    "flag": "RUN apt-get install -y --no-install-recommends git",
    "flag before the verb": "RUN apt-get --no-install-recommends install git",
    "setting": "RUN apt-get install -o APT::Install-Recommends=false git",
    "setting in quotes": 'RUN apt-get install -o "APT::Install-Recommends=0" git',
    "another verb": "RUN apt-get update",
    "text only": "RUN echo apt-get install git",
}

FIXES = {
    "behind the verb": ("RUN apt-get install git", "RUN apt-get install --no-install-recommends git"),
    "exec form": (
        'RUN ["apt-get", "install", "git"]',
        'RUN ["apt-get", "install", "--no-install-recommends", "git"]',
    ),
}
