"""What stays out of a build context."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Topic:
    """Patterns of .dockerignore that have one reason; ``title`` is the comment above them."""

    name: str
    title: str
    patterns: tuple[str, ...]
    why: str
    source: str
    checked: date


@lru_cache
def ignored_topics() -> tuple[Topic, ...]:
    """Every topic, in the order of the generated file."""
    return tuple(
        Topic(row.text("name"), row.text("title"), row.texts("patterns"), row.why, row.source, row.checked)
        for row in rows("ignore", "topic")
    )
