"""Requirements that got a version of years before: the resolver goes back that far rather than stop."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from dockerize_ml.resolve.model import Ask, Locked, Repair
from dockerize_ml.resolve.relaxing import is_pinned, name_only
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.uv import Uv

# Between the version that was taken and the one that the requirement alone would get.
_LONG = timedelta(days=500)


def lower_limits(
    uv: Uv, asks: list[Ask], found: tuple[Locked, ...], as_of: date | None, limited: Collection[str] = ()
) -> Iterator[Repair]:
    """For each of them the first number of the version that it alone would get, as its least.

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
    # What is ours may be newer than the project: asked as of its day, there would be no answer for any of them.
    loose = [ask for ask in asks if ask.name in got and not (ask.is_ours or is_pinned(ask) or "@" in ask.text)]
    asked = {ask.name for ask in asks}
    brought = [Ask(name, name) for name in got if name not in asked and name not in limited]
    alone = _known(uv, loose, as_of)
    made = {name: each for name, each in _known(uv, brought, as_of).items() if each.sdist and not each.pythons}
    alone |= made
    loose += [ask for ask in brought if ask.name in made]
    other = [name for name, release in alone.items() if _first(release.version) != _first(got[name])]
    taken = _known(uv, [Ask(name, f"{name}=={got[name]}") for name in other], None)
    for ask in loose:
        best, release = alone.get(ask.name), taken.get(ask.name)
        if best and release and best.uploaded and release.uploaded and best.uploaded - release.uploaded > _LONG:
            why = f"{release.version} is of {release.uploaded}; what is in the way of {best.version} is better mended."
            yield Repair("bound", ask.name, "", f"{name_only(ask)}>={_first(best.version)}", why, ask.at)


def _known(uv: Uv, asks: list[Ask], as_of: date | None) -> dict[str, Release]:
    known = releases(uv, asks, as_of) if asks else {}
    return known if isinstance(known, dict) else {}


def _first(version: str) -> str:
    """``2`` of 2.8.1, ``0.3`` of 0.3.27."""
    major, _, rest = version.partition(".")
    return major if major != "0" else f"0.{rest.partition('.')[0]}"
