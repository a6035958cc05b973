"""Releases without a wheel that nothing in our images' Debian can compile, and what to take instead."""

from functools import lru_cache
from typing import NamedTuple

from packaging.specifiers import SpecifierSet

from dockerize_ml.knowledge.table import rows


class Uncompilable(NamedTuple):
    """Versions of a distribution, the one to ``take`` (empty for the first with a wheel), and why."""

    versions: SpecifierSet
    take: str
    why: str


def uncompilable(name: str, version: str) -> Uncompilable | None:
    """Why a version cannot be compiled; None where nothing is known against it.

    Args:
        name: of the distribution, normalised.
        version: the one that has no wheel.
    """
    return next((each for each in _rows().get(name, ()) if each.versions.contains(version, prereleases=True)), None)


@lru_cache
def _rows() -> dict[str, tuple[Uncompilable, ...]]:
    found: dict[str, tuple[Uncompilable, ...]] = {}
    for row in rows("uncompilable", "release"):
        each = Uncompilable(SpecifierSet(row.text("versions")), row.optional_text("take") or "", row.why)
        found[row.text("name")] = (*found.get(row.text("name"), ()), each)
    return found
