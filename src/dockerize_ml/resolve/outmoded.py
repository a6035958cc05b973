"""What the program uses of packages that only their old releases have: limits, and the days before those."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from packaging.specifiers import SpecifierSet
from packaging.version import InvalidVersion, Version

from dockerize_ml.facts.finding.old_uses import OldUse
from dockerize_ml.resolve.model import Ask, Repair
from dockerize_ml.resolve.outgrown import Outgrown
from dockerize_ml.resolve.releases import releases
from dockerize_ml.resolve.uv import TimeUpError, Uv


def outmoded(uv: Uv, uses: Iterable[OldUse], versions: Mapping[str, str]) -> Iterator[Outgrown]:
    """The lowest limit for each package that is too new for a use, with the day before its first release beyond it.

    Args:
        uv: whom to ask.
        uses: what the program uses that only old releases have.
        versions: the packages and their versions, or what the project asks for: ``2.1.0``, ``>=1.19``, or nothing.
    """
    lowest: dict[str, tuple[Version, OldUse]] = {}
    for limit, name, use in _limits(uses, versions):
        if name not in lowest or limit < lowest[name][0]:
            lowest[name] = (limit, use)
    try:
        asks = [Ask(name, f"{name}>={limit}") for name, (limit, _) in lowest.items()]
        known = releases(uv, asks, lowest=True) if asks else {}
    except TimeUpError:
        known = {}
    for name, (_, use) in lowest.items():
        release = known.get(name) if isinstance(known, dict) else None
        if release is None or release.uploaded is None:
            continue
        reason = f"`{use.words}` {use.api.why}."
        repair = Repair("bound", name, "", f"{name}{use.api.versions}", reason, use.at)
        why = f"{release.pin}, which lacks what is used, came out the day after"
        yield Outgrown(repair, release.uploaded - timedelta(days=1), why)


def _limits(uses: Iterable[OldUse], versions: Mapping[str, str]) -> Iterator[tuple[Version, str, OldUse]]:
    for use in uses:
        name = next((each for each in use.api.distributions if each in versions), None)
        limit = Version(use.api.versions.removeprefix("<"))
        if name is not None and _goes_beyond(versions[name], limit):
            yield limit, name, use


def _goes_beyond(version: str, limit: Version) -> bool:
    """Whether a version is the limit or more, or a specifier allows one that is."""
    try:
        return Version(version) >= limit
    except InvalidVersion:
        return SpecifierSet(version).contains(limit)
