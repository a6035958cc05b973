CATCHES = {
    "relative": "WORKDIR ⟦srv⟧",
    "with a dot": "WORKDIR ./srv",
    "in quotes": "WORKDIR 'srv'",
    "by a variable": "ENV DIR=srv\nWORKDIR ⟦$DIR/app⟧",
    "by a default": "ARG DIR=srv\nWORKDIR $DIR",
    "a later absolute one does not help": "WORKDIR ⟦a⟧\nWORKDIR /b",
    "an absolute one elsewhere": "FROM a:1\nWORKDIR /srv\nFROM b:1\nWORKDIR ⟦c⟧",
    "one for images built on this one": "ONBUILD WORKDIR /srv\nWORKDIR app",
    "the line of the keyword is reported": "⟦WORKDIR⟧ \\\n  srv",
}

STAYS_QUIET = {
    "absolute": "WORKDIR /srv",
    "in quotes": 'WORKDIR "/srv"',
    "by a variable": "ENV DIR=/srv\nWORKDIR $DIR/app",
    "a variable that only the build knows": "ARG DIR\nWORKDIR $DIR/app",
    "a variable of the base image": "WORKDIR ${APP_ROOT}/src",
    "below an absolute one": "WORKDIR /srv\nWORKDIR app",
    "below an absolute one of the stage below": "FROM a:1 AS x\nWORKDIR /srv\nFROM x\nWORKDIR app",
    "on Windows": "WORKDIR C:/app",
    "for images built on this one": "ONBUILD WORKDIR app",
}
