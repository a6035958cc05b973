CATCHES = {
    "alone": "RUN ⟦sudo⟧ make",
    "in a list": "RUN apt-get update && ⟦sudo⟧ apt-get install",
    "with its folder": "RUN /usr/bin/sudo make",
    "onbuild": "ONBUILD RUN apt-get update && sudo apt-get install",
    "inside sh -c": 'RUN sh -c "sudo make"',
}

STAYS_QUIET = {
    "installed": "RUN apt-get install sudo",
    "part of a word": "RUN pseudosudo x",
    "a folder": "RUN ls /etc/sudoers.d",
    "a comment": "RUN true # sudo make",
}
