"""Calls that make a database's tables, or fill them for the first time."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def table_making_calls() -> frozenset[str]:
    """The last parts of their names."""
    return frozenset(name for row in rows("table_making", "call") for name in row.texts("names"))
