"""For which Pythons a release has Linux wheels, or runs where it needs none: distributions that bind in practice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.knowledge.table import Row, rows

if TYPE_CHECKING:
    from packaging.version import Version


@dataclass(frozen=True, slots=True)
class PythonRange:
    """The lowest and the highest minor version with wheels; ``highest`` None where no Python is too new."""

    lowest: str
    highest: str | None

    def __contains__(self, minor: object) -> bool:
        """Whether there are wheels for that minor version."""
        if not isinstance(minor, str) or minor_key(minor) < minor_key(self.lowest):
            return False
        return self.highest is None or minor_key(minor) <= minor_key(self.highest)


@dataclass(frozen=True, slots=True)
class WheelStep:
    """From ``since`` on, until the next step, the releases of ``distribution`` have wheels for ``pythons``."""

    distribution: str
    since: str
    pythons: PythonRange
    why: str
    source: str
    checked: date


def pythons_for(distribution: str, specifier: str) -> PythonRange | None:
    """The Pythons that any release within ``specifier`` has wheels for, or None where that is unknown or all."""
    fitting = [step.pythons for step in _steps_within(distribution, specifier)]
    if not fitting:
        return None
    highest = [known.highest for known in fitting]
    closed = [minor for minor in highest if minor is not None]
    return PythonRange(
        lowest=min((known.lowest for known in fitting), key=minor_key),
        highest=max(closed, key=minor_key) if len(closed) == len(highest) else None,
    )


@lru_cache
def wheel_steps() -> "dict[str, tuple[tuple[Version, WheelStep], ...]]":
    """Every step by distribution, oldest first."""
    from packaging.version import Version  # noqa: PLC0415  # asked only about pinned packages

    found = {}
    for row in rows("wheels", "package"):
        for name in row.texts("names"):
            steps = ((Version(step.since), step) for step in _steps(row, name))
            found[name] = tuple(sorted(steps, key=lambda known: known[0]))
    return found


def _steps_within(distribution: str, specifier: str) -> Iterator[WheelStep]:
    """The steps of which some release is within the specifier.

    Only the first release of each step is known, so its last is taken for the one just below the next step.
    """
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415  # asked only about pinned packages

    asked = SpecifierSet(specifier)
    named = [entry.version.removesuffix(".*") for entry in asked]
    steps = wheel_steps().get(distribution, ())
    for position, (since, step) in enumerate(steps):
        until = steps[position + 1][0] if position + 1 < len(steps) else None
        candidates = [str(since), *_inside(named, since, until), *_just_above(since, until)]
        if any(asked.contains(candidate, prereleases=True) for candidate in candidates):
            yield step


def _inside(named: list[str], since: "Version", until: "Version | None") -> Iterator[str]:
    """The versions that a specifier names, and the patch behind each, as far as they lie within the step."""
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415  # asked only about pinned packages

    for text in named:
        try:
            versions = (Version(text), Version(f"{text}.post1"), _patch_above(Version(text)))
        except InvalidVersion:
            continue
        yield from (str(version) for version in versions if since <= version and (until is None or version < until))


def _just_above(since: "Version", until: "Version | None") -> Iterator[str]:
    """A release far behind ``since`` that is still below ``until``."""
    from packaging.version import Version  # noqa: PLC0415  # asked only about pinned packages

    minor = since.minor
    for candidate in (f"{since.major}.{minor}.999", f"{since.major}.999.0", f"{since.major + 99}.0"):
        if until is None or Version(candidate) < until:
            yield candidate


def _patch_above(version: "Version") -> "Version":
    from packaging.version import Version  # noqa: PLC0415  # asked only about pinned packages

    return Version(f"{version.major}.{version.minor}.{version.micro + 1}")


def _steps(row: Row, name: str) -> Iterator[WheelStep]:
    for since, span in row.pairs("since"):
        lowest, _, highest = span.partition("-")
        yield WheelStep(name, since, PythonRange(lowest, highest or None), row.why, row.source, row.checked)
