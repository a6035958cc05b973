"""Which distributions bring PyTorch along."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def torch_users() -> frozenset[str]:
    """Normalised names, PyTorch's own included."""
    return frozenset(name for row in rows("torch_users", "distribution") for name in row.texts("names"))
