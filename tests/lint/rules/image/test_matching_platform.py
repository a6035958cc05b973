CATCHES = {
    "another architecture": "FROM --platform=linux/arm64 ⟦amd64/debian:12⟧",
    "with a variant": "FROM --platform=linux/arm/v7 arm64v8/debian:12",
    "of Docker Hub by name": "FROM --platform=linux/amd64 docker.io/arm64v8/debian:12",
}

STAYS_QUIET = {
    "the same": "FROM --platform=linux/arm64 arm64v8/debian:12",
    "the same by another name": "FROM --platform=linux/x86_64 amd64/debian:12",
    "no platform": "FROM amd64/debian:12",
    "an image for many": "FROM --platform=linux/arm64 debian:12",
    "an image that is called so": "FROM --platform=linux/arm64 registry.example.org/amd64/debian:12",
    "only a system": "FROM --platform=linux amd64/debian:12",
    "a variable": "FROM --platform=$BUILDPLATFORM amd64/debian:12",
}
