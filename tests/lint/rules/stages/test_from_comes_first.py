CATCHES = {
    "label": "⟦LABEL a=b⟧\nFROM debian:12-slim",
    "after an argument": "ARG a\n⟦RUN x⟧\nFROM debian:12-slim",
    "maintainer": "MAINTAINER me\nFROM debian:12-slim",
}

STAYS_QUIET = {
    "argument": "ARG A=B\nFROM debian:12-slim\nLABEL a=b",
    "comment": "# syntax=docker/dockerfile:1\n\n# hello\nFROM debian:12-slim",
    "below": "FROM debian:12-slim\nLABEL a=b",
}
