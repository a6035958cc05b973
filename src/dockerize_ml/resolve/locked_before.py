"""What a lock that can no longer be installed by still tells: in which versions the program last worked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from dockerize_ml.manifests.requirement import Requirement


def as_locked(requirements: Iterable[Requirement], locked: tuple[Requirement, ...]) -> Iterator[Requirement]:
    """The requirements, each in the version that the lock has, where it has one only and that still fits."""
    versions: dict[str, set[str]] = {}
    for one in locked:
        versions.setdefault(one.name, set()).add("" if one.url else one.version or "")
    for one in requirements:
        known = versions.get(one.name, set())
        version = next(iter(known)) if len(known) == 1 else ""
        yield replace(one, specifier=f"=={version}") if version and not one.url and _fits(one, version) else one


def _fits(one: Requirement, version: str) -> bool:
    try:
        return SpecifierSet(one.specifier).contains(version, prereleases=True)
    except InvalidSpecifier:
        return False
