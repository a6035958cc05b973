CATCHES = {
    "plain": "RUN ⟦apt-get update⟧ && apt-get install -y git",
    "apt": "RUN ⟦apt update⟧",
    "aptitude": "RUN ⟦aptitude update⟧",
    "another folder removed": "RUN apt-get update && rm -rf /tmp/*",
    "removed in a later layer": "RUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*",
    "apt is told to keep its archives, and only the lists are mounted": (
        "RUN --mount=type=cache,target=/var/lib/apt rm -f /etc/apt/apt.conf.d/docker-clean && ⟦apt-get update⟧"
    ),
    "only the archives are mounted": "RUN --mount=type=cache,target=/var/cache/apt apt-get update",
    "a later stage stands on it": "FROM a:1 AS x\nRUN ⟦apt-get update⟧\nFROM x\nRUN true",
    "last stage": "FROM a:1 AS x\nRUN true\nFROM b:1\nRUN ⟦apt-get update⟧",
    "what ONBUILD does lands in another build": "FROM a:1 AS x\nONBUILD RUN ⟦apt-get update⟧\nFROM scratch",
}

STAYS_QUIET = {
    "removed": "RUN apt-get update && rm -rf /var/lib/apt/lists/*",
    "whole folder removed": "RUN apt-get update && rm -rf /var/lib/apt/lists",
    "folder above removed": "RUN apt-get update && rm -rf /var/lib/apt",
    "one of several": "RUN apt-get update && rm -rf /var/lib/{apt,dpkg}/ /tmp/*",
    "by sudo": "RUN sudo apt-get update && sudo rm -rf /var/lib/apt/lists/*",
    "cache mount": "RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update",
    "cache mounts for both": (
        "RUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt "
        "rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update"
    ),
    "cache mount above": "RUN --mount=type=cache,target=/var/lib/apt apt-get update",
    "tmpfs mount": "RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update",
    "stage that is thrown away": "FROM a:1 AS x\nRUN apt-get update\nFROM b:1\nCOPY --from=x /a /a",
    "no update": "RUN apt-get install -y git",
    "another manager": "RUN apk update",
}
