"""What to make of Debian package names that people wrote down for some other image."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


def runtime_package(name: str) -> str | None:
    """The package to install so that the program runs, or None where it needs none of this name."""
    renamed, idle = _renamed(), _idle()
    if name in renamed:
        return renamed[name]
    return None if idle.fullmatch(name) else name


def folders_needed(packages: Iterable[str]) -> tuple[str, ...]:
    """The folders without which these packages cannot be installed, and which slim images leave out."""
    wanted = tuple(packages)
    found = (
        row.text("folder")
        for row in rows("apt_names", "links_into")
        if any(re.fullmatch(row.text("pattern"), name) for name in wanted)
    )
    return tuple(dict.fromkeys(found))


@lru_cache
def _renamed() -> dict[str, str]:
    tables = (*rows("apt_names", "renamed"), *rows("apt_names", "headers"))
    return {old: new for row in tables for old, new in row.pairs("names")}


@lru_cache
def _idle() -> re.Pattern[str]:
    return re.compile("|".join(row.text("pattern") for row in rows("apt_names", "idle")))
