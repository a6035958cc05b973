CATCHES = {
    "plain": "FROM ⟦--platform=$TARGETPLATFORM⟧ debian:12-slim",
    "in braces": "FROM --platform=${TARGETPLATFORM} debian:12-slim",
    "with a default": "FROM --platform=${TARGETPLATFORM:-linux/amd64} debian:12-slim",
    "the line of FROM is reported": "FROM a:1\n⟦FROM⟧ \\\n  --platform=$TARGETPLATFORM debian:12-slim",
}

STAYS_QUIET = {
    "the builder's": "FROM --platform=$BUILDPLATFORM debian:12-slim",
    "constant": "FROM --platform=linux/arm64 debian:12-slim",
    "part of it": "FROM --platform=$TARGETPLATFORM/v7 debian:12-slim",
}

FIXES = {
    "flag removed": (
        "FROM --platform=$TARGETPLATFORM debian:12-slim AS a",
        "FROM debian:12-slim AS a",
    ),
}
