"""What installing a distribution always brings along."""

from collections.abc import Iterable
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


def with_what_they_bring(names: Iterable[str]) -> frozenset[str]:
    """The distributions and all that surely comes with them.

    Args:
        names: normalised, with the extras that are asked for: ``fastapi``, ``fastapi[standard]``.
    """
    waiting = list(names)
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_brings().get(name, ()))
    return frozenset(found)


@lru_cache
def _brings() -> dict[str, tuple[str, ...]]:
    return {row.text("name"): row.texts("brings") for row in rows("comes_with", "distribution")}
