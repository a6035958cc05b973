"""Files in which people list the Debian packages that their program needs."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import Row, rows


@dataclass(frozen=True, slots=True)
class AptList:
    """A kind of file that lists packages; ``pattern`` finds each list as the group ``names``."""

    files: tuple[str, ...]
    pattern: re.Pattern[str]
    why: str


@lru_cache
def apt_lists() -> tuple[AptList, ...]:
    """Every kind of file that lists packages."""
    return tuple(map(_list, rows("apt_lists", "list")))


@lru_cache
def apt_commands() -> tuple[AptList, ...]:
    """Every kind of file with commands that install packages, needed or not."""
    return tuple(map(_list, rows("apt_lists", "commands")))


def _list(row: Row) -> AptList:
    return AptList(row.texts("files"), re.compile(row.text("pattern"), re.MULTILINE), row.why)
