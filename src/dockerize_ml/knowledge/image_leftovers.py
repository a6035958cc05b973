"""What should not be in an image's layers."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cache or a build tool: its name in a sentence, the patterns of its paths, and what mends it."""

    name: str
    patterns: tuple[str, ...]
    remedy: str
    why: str
    source: str
    checked: date


@lru_cache
def left_caches() -> tuple[Leftover, ...]:
    """Folders that only installing needs."""
    return _leftovers("cache")


@lru_cache
def left_tools() -> tuple[Leftover, ...]:
    """Programs that only building needs."""
    return _leftovers("tool")


@lru_cache
def system_folders() -> tuple[str, ...]:
    """Patterns of folders whose keys and certificates are no secrets of the project."""
    return tuple(pattern for row in rows("image_leftovers", "system") for pattern in row.texts("patterns"))


def _leftovers(section: str) -> tuple[Leftover, ...]:
    return tuple(
        Leftover(row.text("name"), row.texts("patterns"), row.text("remedy", ""), row.why, row.source, row.checked)
        for row in rows("image_leftovers", section)
    )
