"""How telling a file's name is, when several files could be the program."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.table import rows

UNKNOWN_RANK = 5


@dataclass(frozen=True, slots=True)
class EntryName:
    """A file name that authors give to programs: rank 1 is the most telling, 9 says it is none; then its ``place``."""

    name: str
    rank: int
    place: int
    why: str
    source: str
    checked: date


@lru_cache
def entry_names() -> tuple[EntryName, ...]:
    """Every name that tells, best first."""
    return tuple(
        EntryName(name, row.number("rank") or UNKNOWN_RANK, place, row.why, row.source, row.checked)
        for row in rows("entry_names", "entry")
        for place, name in enumerate(row.texts("names"))
    )


def entry_rank(name: str) -> tuple[int, int]:
    """A sort key for a file's name, smallest first; names that tell nothing stand between programs and helpers."""
    known = _ranks().get(name)
    return known or next(((rank, 0) for start, rank in _beginnings() if start.match(name)), (UNKNOWN_RANK, 0))


@lru_cache
def _beginnings() -> tuple[tuple[re.Pattern[str], int], ...]:
    """How names begin that tell something whatever follows: the word ends, or the next one starts with a capital."""
    return tuple(
        (re.compile(rf"(?i:{'|'.join(row.texts('names'))})(?=[A-Z_-])"), row.number("rank") or UNKNOWN_RANK)
        for row in rows("entry_names", "beginning")
    )


@lru_cache
def _ranks() -> dict[str, tuple[int, int]]:
    return {entry.name: (entry.rank, entry.place) for entry in entry_names()}
