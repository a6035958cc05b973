"""Which folders of an image its program can be given to write to."""

from functools import lru_cache

from dockerize_ml.knowledge.table import rows


def can_be_given(folder: str) -> bool:
    """Whether an absolute path without ``..`` may become a folder of the program's own."""
    themselves, whole = _kept()
    return folder not in themselves and not any(f"{folder}/".startswith(f"{each}/") for each in whole)


@lru_cache
def _kept() -> tuple[frozenset[str], frozenset[str]]:
    found = tuple(rows("image_folders", "kept"))
    themselves = frozenset(name for row in found for name in row.texts("themselves"))
    return themselves, frozenset(name for row in found for name in row.texts("whole"))
