"""Which Debian package brings a shared library."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.debian import library_package_name
from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library by the name that the loader looks for, and its package in bookworm."""

    soname: str
    package: str
    why: str
    source: str
    checked: date


def library_owner(soname: str, release: str) -> str | None:
    """The Debian package with ``soname`` (``libGL.so.1`` → ``libgl1``), or None where none is known in ``release``."""
    known = libraries().get(soname)
    if known is None:
        return None
    return library_package_name(known.package, release) or None


@lru_cache
def libraries() -> dict[str, Library]:
    """Every library that the table has, by soname."""
    return {
        soname: Library(soname, row.text("name"), row.why, row.source, row.checked)
        for row in rows("libraries", "package")
        for soname in row.texts("sonames")
    }


@lru_cache
def plugin_patterns() -> tuple[str, ...]:
    """Patterns of files that only a desktop loads, whatever they ask for."""
    return tuple(pattern for row in rows("optional_libraries", "plugin") for pattern in row.texts("patterns"))


@lru_cache
def optional_libraries() -> frozenset[str]:
    """Libraries that extension modules ask for and packages can do without."""
    return frozenset(row.text("soname") for row in rows("optional_libraries", "library"))
