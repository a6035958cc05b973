"""What a package of conda is for pip."""

import re
from fnmatch import translate
from functools import cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import Row, rows
from dockerize_ml.manifests.names import canonical


class _Names(NamedTuple):
    pattern: re.Pattern[str]
    row: Row


def distribution_for(package: str) -> str | None:
    """The distribution that pip installs for a package of conda; None where there is none."""
    name = package.lower()
    if name in _renamed():
        return _renamed()[name] or None
    return canonical(name) if _row("native", name) is None else None


def is_only_in_conda(package: str) -> bool:
    """Whether neither pip, the base image nor Debian can take conda's place for this package."""
    row = _row("native", package.lower())
    return row is not None and row.flag("is_only_in_conda")


def debian_package_for(package: str) -> str | None:
    """The Debian package that has a program of conda's; None where we know of none."""
    return _in_debian().get(package.lower())


def why_not_linux(package: str) -> str | None:
    """Why conda has no such package for Linux, or None where it has."""
    row = _row("other_platform", package.lower())
    return row.why if row else None


def is_foreign_build(build: str) -> bool:
    """Whether the build string (``py39haa95532_0``) is one that only another system's packages have."""
    return any(pattern.match(build) for pattern in _foreign_builds())


@cache
def _foreign_builds() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile("|".join(map(translate, row.texts("builds")))) for row in rows("conda_packages", "foreign_build")
    )


def _row(section: str, name: str) -> Row | None:
    return next((row for pattern, row in _table(section) if pattern.match(name)), None)


@cache
def _table(section: str) -> tuple[_Names, ...]:
    return tuple(
        _Names(re.compile("|".join(map(translate, row.texts("names")))), row) for row in rows("conda_packages", section)
    )


@cache
def _renamed() -> dict[str, str]:
    return {
        name: distribution for row in rows("conda_packages", "renamed") for name, distribution in row.pairs("names")
    }


@cache
def _in_debian() -> dict[str, str]:
    return {name: package for row in rows("conda_packages", "debian") for name, package in row.pairs("names")}
