"""What public base images bring and set, and until when the systems below them get fixes."""

import re
from datetime import date
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import Row, rows

_OFFICIAL = ("docker.io/library/", "docker.io/", "index.docker.io/", "registry-1.docker.io/", "library/")


class BaseImage(NamedTuple):
    """What an image sets that a Dockerfile built on it inherits.

    Attributes:
        user: the USER it ends with, empty for root.
        home: HOME where it is not the user's entry in passwd, or empty.
        venv: VIRTUAL_ENV or an environment that is first on PATH, or empty.
        has_python: whether ``python`` runs.
        has_conda: whether conda or mamba is there.
        has_entrypoint: whether it sets an ENTRYPOINT.
        is_slim: a python image without compilers, git and curl.
        is_dev: made for development, not for serving.
        is_bare: holds no Python package beside Python's own and the installers.
        tools: programs that it has beside the system's own.
        env: variables that it sets.
    """

    name: str
    system: str
    user: str
    home: str
    workdir: str
    venv: str
    has_python: bool
    has_conda: bool
    has_entrypoint: bool
    is_slim: bool
    is_dev: bool
    is_bare: bool
    tools: tuple[str, ...]
    env: tuple[str, ...]
    why: str
    source: str
    checked: date


class SystemRelease(NamedTuple):
    """A release of a Linux distribution.

    Attributes:
        is_archived: whether its package mirrors are gone.
        python: the minor version of its own ``python3``, empty where that is not known.
    """

    system: str
    version: str
    codename: str
    end_of_life: date
    is_archived: bool
    python: str
    why: str
    source: str
    checked: date

    @property
    def has_ended(self) -> bool:
        """Whether its last free fix was out when the table was checked: the same program always says the same."""
        return self.end_of_life <= self.checked


def base_image(name: str, tag: str = "") -> BaseImage | None:
    """What is known of ``name:tag``, or None: then it may set anything."""
    short = official_name(name)
    for row in rows("images", "image"):
        if fnmatchcase(short, row.text("name")) and re.fullmatch(row.text("tags", ".*"), tag, re.DOTALL):
            return _image(row)
    return None


def official_name(name: str) -> str:
    """The name as Docker Hub's users write it: ``docker.io/library/python`` → ``python``."""
    return next((name.removeprefix(prefix) for prefix in _OFFICIAL if name.startswith(prefix)), name)


def release_in_tag(name: str, tag: str) -> SystemRelease | None:
    """The system release that an image's name and tag tell of.

    ``python:3.8-slim-buster`` and ``debian:10.13`` tell of Debian 10, ``nvidia/cuda:11.8.0-base-ubuntu18.04`` and
    ``stable-ubuntu1804-cu117:1`` of Ubuntu 18.04. None where they tell of none, or of one that is not in the table.
    """
    short = official_name(name)
    words = [*tag.lower().split("-"), *short.rpartition("/")[2].split("-")]
    return next((release for release in system_releases() if _is_told(release, short, words)), None)


@lru_cache
def system_releases() -> tuple[SystemRelease, ...]:
    """Every release of a system that we know."""
    return tuple(_release(row) for row in rows("releases", "release"))


def _is_told(release: SystemRelease, name: str, words: list[str]) -> bool:
    if release.codename and release.codename in words:
        return True
    if f"{release.system}{release.version}" in words or f"{release.system}{release.version.replace('.', '')}" in words:
        return True
    return name == release.system and f"{words[0]}.".startswith(f"{release.version}.")


def _release(row: Row) -> SystemRelease:
    end = row.day("end_of_life")
    if end is None:
        raise TypeError(f"releases.toml: {row.text('system')} {row.text('version')} lacks its end")
    return SystemRelease(
        system=row.text("system"),
        version=row.text("version"),
        codename=row.text("codename"),
        end_of_life=end,
        is_archived=row.flag("archived"),
        python=row.text("python", ""),
        why=row.why,
        source=row.source,
        checked=row.checked,
    )


def _image(row: Row) -> BaseImage:
    return BaseImage(
        name=row.text("name"),
        system=row.text("system"),
        user=row.text("user", ""),
        home=row.text("home", ""),
        workdir=row.text("workdir", ""),
        venv=row.text("venv", ""),
        has_python=row.flag("python"),
        has_conda=row.flag("conda"),
        has_entrypoint=row.flag("entrypoint"),
        is_slim=row.flag("slim"),
        is_dev=row.flag("dev"),
        is_bare=row.flag("bare"),
        tools=row.texts("tools"),
        env=row.texts("env"),
        why=row.why,
        source=row.source,
        checked=row.checked,
    )
