"""Tools for whoever writes a program, which it does without when it runs."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def developer_tools() -> frozenset[str]:
    """The normalised names of their distributions."""
    return frozenset(name for row in rows("developer_tools", "tool") for name in row.texts("names"))
