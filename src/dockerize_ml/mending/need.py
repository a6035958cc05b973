"""Something from outside that a program needs, and how a function becomes the one that looks for it."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, TypeAlias

from dockerize_ml.engine.diagnosis import Diagnosis, diagnoses
from dockerize_ml.facts.model import Evidence
from dockerize_ml.mending import needs, trouble
from dockerize_ml.mending.registry import Situation
from dockerize_ml.mending.trouble import Trouble, places_reached


class Need(NamedTuple):
    """What is needed.

    Attributes:
        text: as the end of a sentence that begins with the program: ``needs PostgreSQL at `DATABASE_URL```.
        because: the line that shows it, where one does.
        hint: what to pass to ``run``.
        compose: a service to put into a compose file, or empty.
    """

    text: str
    because: Evidence | None
    hint: str
    compose: str = ""


class Asked(NamedTuple):
    """What is looked at: the trouble, what its log tells, and the project."""

    trouble: Trouble
    found: tuple[Diagnosis, ...]
    situation: Situation


Finder: TypeAlias = Callable[[Asked], Iterator[Need]]

_known: dict[str, Finder] = {}


def need(function: Finder) -> Finder:
    """Register a finder under its module's name."""
    _known[function.__module__] = function
    return function


def needs_of(left: Trouble, situation: Situation) -> tuple[Need, ...]:
    """All that the program needs and the image cannot give it, as far as the trouble shows it."""
    asked = Asked(left, tuple(diagnoses(left.when, left.log)), situation)
    found: dict[object, Need] = {}
    for each in (each for find in _all() for each in find(asked)):
        # One line shows one need: a database's address is not told of again as a variable.
        found.setdefault((each.because.path, each.because.line) if each.because else each.text, each)
    return tuple(found.values()) or (_unknown(asked),)


def last_line(left: Trouble, reason: str) -> Evidence | None:
    """The project's line that led to what the log ends with, where a traceback shows it."""
    place = next(reversed(places_reached(left.log)), None)
    return Evidence(path=place[0], line=place[1], reason=reason) if place else None


def _unknown(asked: Asked) -> Need:
    """What nothing here mends or can name: its own last words, and the project's line that led there."""
    because = last_line(asked.trouble, "the last of its lines that ran")
    hint = next((found.remedy for found in asked.found), "Mend what that says, then run this again.")
    match asked.trouble.reach.stage:
        case trouble.BUILDING:
            text = "cannot be built for a reason that no setting mends"
        case trouble.COMPLAINING:
            text = "runs, and its log tells of an error that no setting mends"
        case _:
            text = "stops for a reason that no setting mends"
    return Need(f"{text}: {asked.trouble.reason}", because, hint)


@cache
def _all() -> tuple[Finder, ...]:
    for module in iter_modules(needs.__path__):
        import_module(f"{needs.__name__}.{module.name}")
    return tuple(_known[name] for name in sorted(_known))
