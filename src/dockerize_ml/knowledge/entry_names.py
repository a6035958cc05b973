"""How telling a file's name is, when several files could be the program."""

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
    return _ranks().get(name, (UNKNOWN_RANK, 0))


@lru_cache
def _ranks() -> dict[str, tuple[int, int]]:
    return {entry.name: (entry.rank, entry.place) for entry in entry_names()}
