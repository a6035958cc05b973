"""Which minor version of Python the program is for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.detectors.python import apis, language, manifests, mentions, places, wheels
from dockerize_ml.facts.detectors.python.agree import Choice, Known, allowed, choices
from dockerize_ml.facts.detectors.python.word import Bound, Force, Named, Strength
from dockerize_ml.facts.registry import detector
from dockerize_ml.knowledge.pythons import default_python, minor_key, pythons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.detectors.python.word import Word
    from dockerize_ml.facts.survey import Survey


@detector
def python_version(survey: Survey) -> Iterator[Claim]:
    """The version that the project's own words, its syntax and its packages agree on; those that lost with why."""
    for position, choice in enumerate(choices(_words(survey), _known())):
        yield _claim(choice, -position)


def possible_pythons(survey: Survey) -> tuple[str, ...]:
    """The versions that neither the program's syntax nor its own declarations forbid, oldest first."""
    binding = [word for word in _words(survey) if isinstance(word, Bound) and word.force is Force.BINDING]
    return tuple(f"{major}.{minor}" for major, minor in allowed(binding, _known()))


def newest_named(survey: Survey) -> Named | None:
    """The place that names the newest version there is, with that version alone; a mere mention does not count."""
    known = {each.key for each in pythons()}
    said = (word for word in _words(survey) if isinstance(word, Named) and word.strength > Strength.MENTION)
    alone = (word._replace(minors=(minor,)) for word in said for minor in word.minors if minor in known)
    return max(alone, key=lambda word: word.minors, default=None)


@lru_cache(maxsize=1)
def _words(survey: Survey) -> tuple[Word, ...]:
    return tuple(_said(survey))


def _said(survey: Survey) -> Iterator[Word]:
    yield from manifests.words(survey)
    yield from places.words(survey)
    yield from language.words(survey)
    yield from wheels.words(survey)
    yield from apis.words(survey)
    yield from mentions.words(survey)


def _known() -> Known:
    return Known(tuple(known.key for known in pythons()), minor_key(default_python().minor))


def _claim(choice: Choice, weight: int) -> Claim:
    major, minor = choice.minor
    return Claim("python", f"{major}.{minor}", choice.confidence, choice.evidence, weight, choice.loses_because)
