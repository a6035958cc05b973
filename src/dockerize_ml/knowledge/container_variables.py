"""Variables that a container or a host sets by itself."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def container_variables() -> frozenset[str]:
    """The names that no user has to set."""
    return frozenset(name for row in rows("container_variables", "variable") for name in row.texts("names"))
