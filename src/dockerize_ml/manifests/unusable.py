"""Tell the requirements that no Linux image can install, and what stands in for them."""

import sys
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import Row, rows
from dockerize_ml.manifests.names import canonical, distribution
from dockerize_ml.manifests.requirement import Requirement


class Verdict(NamedTuple):
    """Why a requirement cannot be installed, and the requirement to write instead, or empty."""

    reason: str
    replacement: str = ""


def verdict_on(requirement: Requirement) -> Verdict | None:
    """Why this requirement cannot be installed on Linux from an index; None where it can, as far as is known."""
    if requirement.marker or requirement.url:
        # Whoever wrote a marker or an address knew what they were doing.
        return None
    row = _row(requirement.name)
    if row is not None and _applies(row, requirement.specifier):
        kept = requirement.specifier if row.flag("keeps_version") else ""
        replacement = row.text("replacement", "")
        return Verdict(row.why, replacement + kept if replacement else "")
    if requirement.name in _standard_library():
        return Verdict("It is part of Python itself and must not be installed.")
    return None


def is_of_a_system(text: str) -> bool:
    """Whether a line names what only a Linux desktop has, so that the list is of that whole system."""
    row = _row(distribution(text))
    return row is not None and row.flag("of_a_system")


def _applies(row: Row, specifier: str) -> bool:
    """Whether the row speaks of this version: it names none, or no version that was asked for is outside of it."""
    versions = row.optional_text("versions")
    if versions is None:
        return True
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415 - start-up time

    pinned = specifier.removeprefix("==")
    if "," in pinned or "*" in pinned or pinned == specifier:
        return specifier == "" and row.flag("unpinned")
    return SpecifierSet(versions).contains(pinned, prereleases=True)


def _row(name: str) -> Row | None:
    plain, patterns = _table()
    if name in plain:
        return plain[name]
    return next((row for pattern, row in patterns if fnmatchcase(name, pattern)), None)


@cache
def _table() -> tuple[dict[str, Row], tuple[tuple[str, Row], ...]]:
    plain: dict[str, Row] = {}
    patterns: list[tuple[str, Row]] = []
    for row in rows("unusable", "package"):
        for name in row.texts("names"):
            if "*" in name:
                patterns.append((name, row))
            else:
                plain[name] = row
    return plain, tuple(patterns)


@cache
def _standard_library() -> frozenset[str]:
    removed = {name for row in rows("unusable", "removed_module") for name in row.texts("names")}
    kept = {name for row in rows("unusable", "backport") for name in row.texts("names")}
    modules = {name for name in sys.stdlib_module_names if not name.startswith("_")} | removed
    return frozenset(canonical(name) for name in modules - kept)
