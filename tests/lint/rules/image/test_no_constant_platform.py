CATCHES = {
    "no name": "FROM ⟦--platform=linux/amd64⟧ debian:12",
    "a name that does not say": "FROM --platform=linux/amd64 debian:12 AS build",
    "the other name of the architecture": "FROM --platform=linux/aarch64 debian:12 AS build_aarch64",
    "only a system": "FROM --platform=linux debian:12 AS build",
    "only an architecture": "FROM --platform=arm64 debian:12 AS build",
    "the line of FROM is reported": "FROM a:1\n⟦FROM⟧ \\\n  --platform=linux/amd64 debian:12",
}

STAYS_QUIET = {
    "a name that says the architecture": "FROM --platform=linux/amd64 debian:12 AS build_amd64",
    "a name that says the system": "FROM --platform=linux/amd64 debian:12 AS my_linux",
    "in upper case": "FROM --platform=linux/amd64 debian:12 AS AMD64",
    "the engine's name of the architecture": "FROM --platform=linux/x86_64 debian:12 AS build_amd64",
    "a variable": "FROM --platform=$BUILDPLATFORM debian:12",
    "an ARG": "ARG P=linux/amd64\nFROM --platform=$P debian:12",
    "half a variable": "FROM --platform=linux/$TARGETARCH debian:12",
    "no platform": "FROM debian:12",
    "none that there is": "FROM --platform=bogus debian:12",
}
