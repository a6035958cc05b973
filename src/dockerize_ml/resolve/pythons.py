"""In which order the versions of Python are tried."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from dockerize_ml.facts.model import Fact
from dockerize_ml.knowledge.pythons import default_python, minor_key
from dockerize_ml.knowledge.pythons import pythons as known_pythons
from dockerize_ml.plan.reasons import at
from dockerize_ml.resolve.releases import OLDEST

# Later than any release of a minor version: `>=3.7.1` excludes no image of Python 3.7 that there is today.
NEWEST_PATCH = 99
_FITS = " fits "
_NEW = timedelta(days=183)


def candidates(fact: Fact[str], allowed: Iterable[str], as_of: date | None, today: date) -> tuple[str, ...]:
    """Minor versions, the most promising in front.

    What the project's own files say comes first. Where they leave it open: the newest that was out when the project
    was last changed, if it still gets security fixes; else the oldest that does, which changed least since then.
    For half a year after its release a version counts as not yet out: packages have no wheels for it, nor know it.
    Then those around the project's time, newest first; all others last.

    Args:
        fact: what was found out about the project's Python.
        allowed: what the program itself can run on.
        as_of: the project's time; None for today.
        today: the day on which security fixes are counted.
    """
    known = {each.minor: each for each in known_pythons() if each.key >= minor_key(OLDEST)}
    may = [minor for minor in known if minor in set(allowed)] or list(known)
    then = as_of or today
    usual = [minor for minor in may if minor_key(minor) <= minor_key(default_python().minor)] or may
    of_the_time = [minor for minor in usual if known[minor].released + _NEW <= then] or usual[:1]
    cared_for = [minor for minor in may if known[minor].end_of_life >= today]
    order = [*_stated(fact), *_first(of_the_time, cared_for), *reversed(of_the_time), *may]
    return tuple(dict.fromkeys(minor for minor in order if minor in may or minor in _stated(fact)))


def of_the_time(pythons: Iterable[str], day: date) -> str:
    """The first of them that was out for half a year, else the first: most packages of that day have wheels for it."""
    released = {each.minor: each.released for each in known_pythons()}
    listed = list(pythons)
    return next((minor for minor in listed if released[minor] + _NEW <= day), listed[0])


def is_stated(fact: Fact[str]) -> bool:
    """Whether a file of the project, or the user, tells the version, rather than our own default."""
    return fact.value is not None and not any("is the default" in each.reason for each in fact.evidence)


def is_settled(fact: Fact[str]) -> bool:
    """Whether a file of the project, or the user, names the version, rather than packages that end before the next."""
    return is_stated(fact) and _FITS not in fact.evidence[0].reason


def why_stated(fact: Fact[str]) -> str:
    """What tells the version: ``as runtime.txt:1 says``; a pin says what it means for Python, and not its line."""
    said = fact.evidence[0].reason
    return said if _FITS in said else f"as {at(fact.evidence[0])} says"


def _stated(fact: Fact[str]) -> tuple[str, ...]:
    """The project's own word; for one that nobody can resolve for any more, the oldest that can be."""
    if fact.value is None or not is_stated(fact):
        return ()
    return (max(fact.value, OLDEST, key=minor_key),)


def _first(of_the_time: list[str], cared_for: list[str]) -> Iterator[str]:
    both = [minor for minor in of_the_time if minor in cared_for]
    if both:
        yield both[-1]
    else:
        yield from cared_for[:1]


def satisfies(minor: str, versions: str) -> bool:
    """Whether a minor version is within what uv calls ``Python>=3.8``; nothing is within what cannot be read."""
    try:
        return SpecifierSet(versions.removeprefix("Python")).contains(f"{minor}.{NEWEST_PATCH}")
    except InvalidSpecifier:
        return False
