CATCHES = {
    "install": "RUN ⟦apt⟧ install -y git",
    "second command": "RUN apt-get update && ⟦apt⟧ upgrade",
    "by sudo": "RUN sudo ⟦apt⟧ update",
    "with its folder": "RUN ⟦/usr/bin/apt⟧ update",
    "inside sh -c": "RUN bash -c '⟦apt⟧ update'",
    "onbuild": "ONBUILD RUN ⟦apt⟧ install python",
}

STAYS_QUIET = {
    "apt-get": "RUN apt-get update",
    "apt-cache": "RUN apt-cache show git",
    "apt-key": "RUN apt-key add key",
    "aptitude": "RUN aptitude update",
    "an argument": "RUN rm -rf apt",
    "a folder": "RUN rm -rf /var/lib/apt/lists/*",
    "a comment": "RUN true \\\n  # apt install git\n  && true",
}

FIXES = {
    "install": ("RUN apt install -y git", "RUN apt-get install -y git"),
    "what apt-cache does": ("RUN apt show git", "RUN apt-cache show git"),
    "upgrade means something else": ("RUN apt upgrade -y", "RUN apt upgrade -y"),
    "exec form": ('RUN ["apt", "update"]', 'RUN ["apt-get", "update"]'),
}
