CATCHES = {
    "same name": "FROM debian:12-slim AS build\nFROM debian:12-slim AS ⟦build⟧",
    "other case": "FROM debian:12-slim AS build\nFROM debian:12-slim AS ⟦BUILD⟧",
    "lower-case as": "FROM debian:12-slim as a\nFROM alpine:3 as ⟦a⟧",
}

STAYS_QUIET = {
    "different names": "FROM debian:12-slim AS a\nFROM debian:12-slim AS b",
    "no names": "FROM debian:12-slim\nFROM debian:12-slim",
    "a stage from a stage": "FROM debian:12-slim AS a\nFROM a AS b",
    "same image": "FROM debian:12-slim AS a\nFROM debian:12-slim",
}
