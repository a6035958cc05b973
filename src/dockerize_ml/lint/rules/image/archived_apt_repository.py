"""The package archive of the base image's system is gone from the mirrors.

Why:
    Debian and CentOS take the packages of ended releases off their mirrors. `apt-get update` and `yum install` then
    end with "404 Not Found", and so does the build.

Before:
    FROM python:3.12-slim-buster
    RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*

After:
    FROM python:3.12-slim-bookworm
    RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.knowledge.images import SystemRelease, release_in_tag
from dockerize_ml.knowledge.pythons import python
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside

_ELSEWHERE = ("archive.debian", "old-releases.ubuntu", "vault.centos", "snapshot.debian")
_SOURCES = ("/etc/apt/", "/etc/yum.repos.d")
_MANAGERS = ("apt-get", "apt", "yum", "dnf")
_VERBS = ("update", "install", "upgrade", "makecache")


@rule("ML103", Level.ERROR, on="stage", words=_MANAGERS)
def archived_apt_repository(stage: Stage, context: Context) -> Iterator[Hit]:
    release = _release(outside(stage, context))
    if release is None or not release.is_archived or any(host in context.file.text for host in _ELSEWHERE):
        return
    for instruction in (each for each in stage.instructions if each.keyword == "RUN"):
        if any(_is_about_sources(command) for command in context.commands(instruction)):
            return
        for command in context.commands(instruction, *_MANAGERS):
            if command.has_argument(*_VERBS):
                gone = f"The packages of {release.system} {release.version} are gone from its mirrors"
                message = f"{gone}, so this ends with a 404. Start from a newer release."
                yield Hit(command.span, message)
                return


def _release(image: ImageReference) -> SystemRelease | None:
    """The release that the tag tells; the images of old Pythons stay on the one that they were last built on."""
    tag = image.tag or ""
    told = release_in_tag(image.name, tag)
    if told is not None or image.familiar != "python" or "alpine" in tag:
        return told
    known = python(".".join(tag.partition("-")[0].split(".")[:2]))
    return release_in_tag("debian", known.slim[0]) if known else None


def _is_about_sources(command: Command) -> bool:
    """Whether it may point the package manager elsewhere."""
    words = [word.value for word in command.words] + [redirect.target.value for redirect in command.redirects]
    return any(folder in word for word in words for folder in _SOURCES)
