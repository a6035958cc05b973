CATCHES = {
    "no tag": "FROM ⟦debian⟧",
    "in a registry": "FROM ⟦ghcr.io/owner/image⟧",
    "a port is no tag": "FROM localhost:5000/image",
    "under a name": "FROM ⟦node⟧ AS unit-test",
    "a later stage": "FROM golang:1.9.3-alpine3.7 AS build\nFROM ⟦node⟧ as unit-test\nFROM alpine:3.7",
    "a name that a later stage has": "FROM build\nFROM debian:12 AS build",
    "a variable in its middle": "ARG X=debian\nFROM library/$X",
}

STAYS_QUIET = {
    "tag": "FROM debian:12-slim",
    "digest": "FROM debian@sha256:7959ed6f7e35f8b1aaa06d1d8259d4ee25aa85a086d5c125480c333183f9deeb",
    "tag of a registry with port": "FROM localhost:5000/image:1",
    "nothing at all": "FROM scratch",
    "an earlier stage": "FROM debian:12-slim AS build\nFROM build",
    "an earlier stage in another case": "FROM debian:12-slim AS Build\nFROM build",
    "a variable": "ARG IMAGE=debian\nFROM $IMAGE",
    "a variable as tag": "ARG TAG=12\nFROM debian:${TAG}",
    "a variable with a default": "FROM ${IMAGE:-debian:12}",
}
