CATCHES = {
    "long": "RUN ⟦zypper dist-upgrade⟧",
    "short": "RUN ⟦zypper dup⟧",
    "behind flags": "RUN zypper -n -r repo dup",
    "second command": "RUN zypper refresh && ⟦zypper -n dup⟧",
    "onbuild": "ONBUILD RUN zypper dup",
}

STAYS_QUIET = {
    "update": "RUN zypper -n update",
    "patch": "RUN zypper -n patch",
    "a package of this name": "RUN zypper -n install dup",
    "a repository of this name": "RUN zypper -n -r dup update",
    "another manager": "RUN apt-get dist-upgrade",
}
