"""Calls around an application, and the argument that it is handed in."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def app_wrappers() -> dict[str, tuple[int, str]]:
    """The argument's position and name for each call, by its dotted name."""
    return {
        call: (row.number("position") or 0, row.text("argument"))
        for row in rows("app_wrappers", "wrapper")
        for call in row.texts("calls")
    }
