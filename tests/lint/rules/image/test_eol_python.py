CATCHES = {
    "slim": "FROM ⟦python:3.9-slim⟧",
    "a patch version": "FROM python:3.8.13",
    "Python 2": "FROM python:2.7-alpine",
    "a builder stage": "FROM ⟦python:3.8⟧ AS build\nFROM debian:12-slim",
    "Docker Hub by its long name": "FROM docker.io/library/python:3.9",
    "a mirror of it": "FROM public.ecr.aws/docker/library/python:3.9-slim",
    "by an argument's default": "ARG VERSION=3.9\nFROM ⟦python:${VERSION}-slim⟧",
    "with a digest": f"FROM python:3.9@sha256:{'a' * 64}",
}

STAYS_QUIET = {
    "cared for": "FROM python:3.13-slim",
    "two digits": "FROM python:3.12-slim",
    "the newest": "FROM python:3",
    "no tag": "FROM python",
    "only the major version": "FROM python:3-slim",
    "a version that is none": "FROM python:3.99",
    "an argument without a default": "ARG VERSION\nFROM python:$VERSION-slim",
    "another image's number": "FROM redis:3.9",
    "somebody's image about Python": "FROM example.com/team/python-base:3.9",
    "Debian's version behind it": "FROM python:3.12-alpine3.9",
    "a stage of that name": "FROM debian:12-slim AS python\nFROM python",
}

FIXES = {
    "the next one that is cared for": ("FROM python:3.9-slim-bookworm AS x", "FROM python:3.11-slim-bookworm AS x"),
    "no ending": ("FROM python:3.8", "FROM python:3.11"),
    "no patch version is invented": ("FROM python:3.8.13", "FROM python:3.8.13"),
    "an image that may not exist": ("FROM python:3.7-alpine3.15", "FROM python:3.7-alpine3.15"),
    "the argument's value is not in FROM": ("ARG V=3.9\nFROM python:${V}-slim", "ARG V=3.9\nFROM python:${V}-slim"),
}
