"""What tools write where a project has yet to say what it is."""

from functools import cache

from dockerize_ml.knowledge.table import rows


def is_unfilled(description: str) -> bool:
    """Whether a description is the one that a tool wrote, and says nothing about the project."""
    return _plain(description) in _texts()


@cache
def _texts() -> frozenset[str]:
    return frozenset(_plain(row.text("text")) for row in rows("unfilled", "description"))


def _plain(text: str) -> str:
    return text.strip().rstrip(".!").lower()
