CATCHES = {
    "scratch": "FROM debian:12-slim AS ⟦scratch⟧",
    "context": "FROM debian:12-slim AS ⟦context⟧",
    "any case": "FROM debian:12-slim AS Context",
    "a later stage": "FROM debian:12-slim AS a\nFROM a AS scratch",
}

STAYS_QUIET = {
    "scratch as the image": "FROM scratch",
    "scratch under another name": "FROM scratch AS base",
    "part of a name": "FROM debian:12-slim AS context2",
    "no name": "FROM debian:12-slim",
}
