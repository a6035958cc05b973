"""Which Debian packages a distribution needs, for building it and for running it, per Debian release."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.table import Row, rows

# Stands for the newest version of anything; no distribution counts this far.
_NEWEST = "99999"


@dataclass(frozen=True, slots=True)
class DebianNeeds:
    """What one distribution needs from Debian; all tuples are empty where nothing is missing on a slim image.

    Attributes:
        build: for the build stage, always, since there is no wheel.
        runtime: for the final stage.
        source_build: for the build stage, where no wheel fits the chosen Python.
        source_runtime: for the final stage there: what it was linked against.
        direct: needed only where the project itself requires or imports the distribution; libraries that merely depend
            on it do not use the part that needs it.
        used: of those, what the source has to say for that part to be in use: a pattern, or empty for any import.
        evidence: ``measured`` on an engine, or ``documented`` by the library.
    """

    build: tuple[str, ...]
    runtime: tuple[str, ...]
    why: str
    source: str
    checked: date
    note: str = ""
    source_build: tuple[str, ...] = ()
    source_runtime: tuple[str, ...] = ()
    direct: bool = False
    used: str = ""
    evidence: str = "documented"


def debian_packages(
    distribution: str, version: str | None, release: str, extras: Collection[str] = ()
) -> DebianNeeds | None:
    """What ``distribution`` needs, or None where nothing is known of it.

    Args:
        distribution: the normalised name.
        version: the exact version, or None where it is unknown or will be the newest.
        release: the Debian release of the image (``bookworm``).
        extras: the extras that the project asks for.
    """
    other = _same().get(distribution)
    if other is not None:
        known = debian_packages(other.text("as"), None, release)
        return known and replace(known, why=other.why, source=other.source, evidence="documented")
    fitting = (row for row in _rows().get(distribution, ()) if _fits(row, version, extras))
    row = next(fitting, None)
    return None if row is None else _needs(row, release)


@dataclass(frozen=True, slots=True)
class Instead:
    """A distribution that does the same and ``spares`` Debian packages."""

    replacement: str
    spares: str
    why: str


def needs_less(distribution: str) -> Instead | None:
    """What could be required instead of ``distribution``, or None where nothing does the same with less."""
    found = (row for row in rows("debian", "instead") if row.text("distribution") == distribution)
    row = next(found, None)
    return None if row is None else Instead(row.text("replacement"), row.text("spares"), row.why)


def known_distributions() -> tuple[str, ...]:
    """Every distribution that the table tells of."""
    return (*_rows(), *_same())


def package_name(bookworm_name: str, release: str) -> str:
    """The package's name in ``release``, empty where that release has nothing in its place."""
    return _names(release).get(bookworm_name, bookworm_name)


def library_package_name(bookworm_name: str, release: str) -> str:
    """The same, but empty too where ``release`` has only another version of the library, with another soname."""
    return "" if bookworm_name in _other_sonames(release) else package_name(bookworm_name, release)


def _fits(row: Row, version: str | None, extras: Collection[str]) -> bool:
    asked, refused = row.texts("extras"), row.texts("unless_extras")
    if asked and not set(asked) & set(extras):
        return False
    if set(refused) & set(extras):
        return False
    return _holds(row.text("versions", ""), version or _NEWEST)


@lru_cache
def _holds(specifier: str, version: str) -> bool:
    if not specifier:
        return True
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415  # most rows hold for every version
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415

    try:
        return SpecifierSet(specifier).contains(Version(version), prereleases=True)
    except InvalidVersion:
        return SpecifierSet(specifier).contains(_NEWEST)


def _needs(row: Row, release: str) -> DebianNeeds:
    return DebianNeeds(
        build=_named(row.texts("build"), release),
        runtime=_named(row.texts("runtime"), release),
        why=row.why,
        source=row.source,
        checked=row.checked,
        note=row.text("note", ""),
        source_build=_named(row.texts("source_build"), release),
        source_runtime=_named(row.texts("source_runtime"), release),
        direct=row.flag("direct"),
        used=row.text("used", ""),
        evidence=row.text("evidence", "documented"),
    )


def _named(names: Iterable[str], release: str) -> tuple[str, ...]:
    return tuple(name for name in (package_name(name, release) for name in names) if name)


@lru_cache
def _rows() -> dict[str, tuple[Row, ...]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows("debian", "package"):
        for distribution in row.texts("distributions"):
            found[distribution].append(row)
    return {distribution: tuple(known) for distribution, known in found.items()}


@lru_cache
def _same() -> dict[str, Row]:
    return {distribution: row for row in rows("debian", "same") for distribution in row.texts("distributions")}


@lru_cache
def _names(release: str) -> dict[str, str]:
    renamed = {
        old: new
        for row in rows("debian", "renamed")
        if row.text("release") == release
        for old, new in row.pairs("names")
    }
    gone = {old: "" for row in rows("debian", "gone") if row.text("release") == release for old in row.texts("names")}
    return renamed | gone


@lru_cache
def _other_sonames(release: str) -> frozenset[str]:
    return frozenset(
        old
        for row in rows("debian", "renamed")
        if row.text("release") == release and row.flag("other_soname")
        for old, _ in row.pairs("names")
    )
