"""Requirements that got a version of long before: the resolver goes back that far rather than stop."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dockerize_ml.resolve.model import Ask, Locked, Repair
from dockerize_ml.resolve.relaxing import is_pinned, name_only, series_of
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.uv import Uv

# Between the version that was taken and the one that the requirement alone would get.
_LONG = timedelta(days=500)
_HALF_A_YEAR = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Behind:
    """A requirement that got another version than it would get by itself.

    Attributes:
        best: what it would get.
        taken: what it got.
        since: how much older that is.
    """

    ask: Ask
    best: Release
    taken: Release
    since: timedelta

    def limited_to(self, least: str) -> Repair:
        """The limit that leaves out what it got."""
        taken, best = self.taken, self.best
        why = f"{taken.version} is of {taken.uploaded}; what is in the way of {best.version} is better mended."
        return Repair("bound", self.ask.name, "", f"{name_only(self.ask)}>={least}", why, self.ask.at)


def lower_limits(
    uv: Uv, asks: list[Ask], found: tuple[Locked, ...], as_of: date | None, limited: Collection[str] = ()
) -> Iterator[Repair]:
    """For each of years before the first number of the version that it alone would get, as its least.

    What they bring along counts only where its newest has no wheel: the resolver then goes back to one that has.
    Otherwise a limit that somebody set may be the reason.

    Args:
        uv: whom to ask.
        asks: the requirements that nothing limits yet.
        found: the set.
        as_of: the project's time.
        limited: names that there are limits for.
    """
    got = {each.name: each.version for each in found}
    asked = {ask.name for ask in asks}
    brought = [Ask(name, name) for name in got if name not in asked and name not in limited]
    made = {name: each for name, each in _known(uv, brought, as_of).items() if each.sdist and not each.pythons}
    own = _alone(uv, asks, got, as_of)
    for each in _behind(uv, [*own, *((ask, made[ask.name]) for ask in brought if ask.name in made)], got):
        if each.since > _LONG and _first(each.best.version) != _first(each.taken.version):
            yield each.limited_to(_first(each.best.version))


def newer_versions(uv: Uv, asks: list[Ask], found: tuple[Locked, ...], as_of: date | None) -> Iterator[Repair]:
    """For each of half a year before the series of the version that it alone would get, or that version, as its least.

    Args:
        uv: whom to ask.
        asks: the requirements that nothing limits yet.
        found: the set.
        as_of: the project's time.
    """
    got = {each.name: each.version for each in found}
    for each in _behind(uv, _alone(uv, asks, got, as_of), got):
        if each.since > _HALF_A_YEAR:
            best, series = each.best.version, series_of(each.best.version)
            yield each.limited_to(best if series == series_of(each.taken.version) else series)


def _alone(uv: Uv, asks: list[Ask], got: dict[str, str], as_of: date | None) -> list[tuple[Ask, Release]]:
    # What is ours may be newer than the project: asked as of its day, there would be no answer for any of them.
    loose = [ask for ask in asks if ask.name in got and not (ask.is_ours or is_pinned(ask) or "@" in ask.text)]
    known = _known(uv, loose, as_of)
    return [(ask, known[ask.name]) for ask in loose if ask.name in known]


def _behind(uv: Uv, alone: list[tuple[Ask, Release]], got: dict[str, str]) -> Iterator[Behind]:
    other = [(ask, best) for ask, best in alone if best.version != got[ask.name]]
    taken = _known(uv, [Ask(ask.name, f"{ask.name}=={got[ask.name]}") for ask, _ in other], None)
    for ask, best in other:
        release = taken.get(ask.name)
        if release and best.uploaded and release.uploaded:
            yield Behind(ask, best, release, best.uploaded - release.uploaded)


def _known(uv: Uv, asks: list[Ask], as_of: date | None) -> dict[str, Release]:
    known = releases(uv, asks, as_of) if asks else {}
    return known if isinstance(known, dict) else {}


def _first(version: str) -> str:
    """``2`` of 2.8.1, ``0.3`` of 0.3.27."""
    major, _, rest = version.partition(".")
    return major if major != "0" else f"0.{rest.partition('.')[0]}"
