"""Which file an example stands for, by its name."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


def examples_among(files: Iterable[str]) -> Mapping[str, str]:
    """The files that are not there though an example of them is, each with that example.

    Args:
        files: the paths of all that is there.
    """
    there = frozenset(files)
    found: dict[str, str] = {}
    for path in sorted(there):
        folder, slash, name = path.rpartition("/")
        original = _original(name)
        if original and (wanted := f"{folder}{slash}{original}") not in there:
            found.setdefault(wanted, path)
    return found


def _original(name: str) -> str:
    """The name that an example's stands for; empty where it is none's."""
    for pattern in _patterns():
        match = pattern.fullmatch(name)
        if match is not None:
            said = match.groupdict()
            return said.get("name") or f"{said['stem']}{said['suffix']}"
    return ""


@lru_cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row.text("pattern"), re.IGNORECASE) for row in rows("examples", "example"))
