"""Servers that hold the same as Python's own index."""

import re
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


def is_mirror(address: str) -> bool:
    """Whether an address is that of a public copy of the index."""
    return _pattern().search(address) is not None


@lru_cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(row.text("address") for row in rows("mirrors", "mirror")), re.IGNORECASE)
