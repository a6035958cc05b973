"""Folders that packages write to while they run, and the variables that move them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder that something is kept in.

    Attributes:
        variable: says where it is.
        folder: where it is in our images.
        distributions: any of these writes to it; empty where only fetched weights or data do.
        made: whether it is only used where it is there already.
    """

    variable: str
    folder: str
    distributions: tuple[str, ...]
    made: bool
    why: str
    source: str
    checked: date


@lru_cache
def caches() -> tuple[Cache, ...]:
    """Every such folder that we know."""
    return tuple(
        Cache(
            variable=row.text("variable"),
            folder=row.text("folder"),
            distributions=row.texts("distributions"),
            made=row.flag("made"),
            why=row.why,
            source=row.source,
            checked=row.checked,
        )
        for row in rows("caches", "cache")
    )
