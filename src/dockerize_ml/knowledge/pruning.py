"""Folders of installed packages that an image does not need."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@lru_cache
def needless_folders() -> tuple[str, ...]:
    """Names of folders that no program imports, wherever in site-packages they are."""
    return tuple(row.text("name") for row in rows("pruning", "folder"))


@lru_cache
def kept_packages() -> tuple[str, ...]:
    """Import names of packages that do import such a folder of theirs."""
    return tuple(row.text("name") for row in rows("pruning", "keep"))
