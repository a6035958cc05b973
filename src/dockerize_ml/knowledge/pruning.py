"""Folders of installed packages that an image does not need."""

from collections.abc import Collection
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def needless_folders() -> tuple[str, ...]:
    """Names of folders that no program imports, wherever in site-packages they are."""
    return tuple(row.text("name") for row in rows("pruning", "folder"))


def kept_packages(distributions: Collection[str]) -> tuple[str, ...]:
    """Import names of packages that do import such a folder of theirs, where one of these distributions brings them."""
    found = rows("pruning", "keep")
    return tuple(row.text("name") for row in found if not set(row.texts("distributions")).isdisjoint(distributions))
