CATCHES = {
    "root": "USER ⟦root⟧",
    "by number": "USER 0",
    "with group": "USER root:root",
    "numbers": "USER 0:0",
    "the last of two": "USER app\nUSER ⟦root⟧",
    "a builder stage": "FROM debian:12-slim AS base\nUSER ⟦root⟧\nRUN a\nFROM scratch\nUSER foo",
    "in quotes": 'USER "root"',
}

STAYS_QUIET = {
    "another user": "USER foo",
    "root only in between": "USER root\nRUN a\nUSER foo",
    "no user at all": "FROM scratch",
    "set by the parent stage, where it is reported": "FROM a:1 AS x\nUSER app\nFROM x\nRUN a",
    "a name that begins so": "USER rootless",
    "a variable": "USER $USER",
}
