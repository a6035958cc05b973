CATCHES = {
    "constant": "FROM ⟦--platform=linux/amd64⟧ debian:12-slim",
    "another variable": "FROM --platform=$X debian:12-slim",
    "part of it fixed": "FROM --platform=linux/$TARGETARCH debian:12-slim",
    "a later stage": "FROM debian:12-slim AS a\nFROM --platform=windows/amd64 a",
}

STAYS_QUIET = {
    "no platform": "FROM debian:12-slim",
    "the builder's": "FROM --platform=$BUILDPLATFORM debian:12-slim",
    "the target's": "FROM --platform=${TARGETPLATFORM} debian:12-slim",
    "with a default": "FROM --platform=${BUILDPLATFORM:-linux/amd64} debian:12-slim",
}
