"""Read the files that name a version of Python: settings, containers, checks, commands in the README."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.python.word import Bound, Named, Strength, Word, minors_in, specifier_of
from dockerize_ml.facts.nearby import Near, nearby, read
from dockerize_ml.knowledge.python_places import PythonPlace, python_places
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

# ``3.14-dev``, ``3.13.0-rc.1``: tried out, not relied on.
_UNRELEASED = re.compile(r"\d(?:-dev|-?(?:a|b|rc|alpha|beta)[\d.-]|[-.]rc)")
# ``py{38,39}``, ``py3{8,9}``, ``py38-django{32,40}`` as tox writes its environments.
_TOX_BRACES = re.compile(r"\bpy(?P<major>3?)\{(?P<inner>[\d,\s-]+)\}")


def words(survey: "Survey") -> Iterator[Word]:
    """What every file that we know to name a version says."""
    for place in python_places():
        for near in nearby(survey, place.files):
            yield from _words_of_file(survey, place, near)


def _words_of_file(survey: "Survey", place: PythonPlace, near: Near) -> Iterator[Word]:
    text = read(survey, near.path)
    matches = [match for match in place.pattern.finditer(text) if _version(match)]
    if not matches:
        return
    match place.take:
        case "first":
            yield from _words_of_match(survey, place, near, matches[:1])
        case "last":
            yield from _words_of_match(survey, place, near, matches[-1:])
        case "all":
            yield from _words_of_match(survey, place, near, matches)


def _words_of_match(
    survey: "Survey", place: PythonPlace, near: Near, matches: Sequence[re.Match[str]]
) -> Iterator[Word]:
    evidence = survey.quote(Place(near.path, _line(matches[0])))
    texts = [_version(match) for match in matches]
    if place.take != "all" and (specifier := specifier_of(texts[0])):
        yield Bound(specifier, evidence)
        return
    minors = minors_in(", ".join(map(_spelled_out, texts)))
    if minors:
        lines = tuple(
            (minor, survey.quote(Place(near.path, _line(match))))
            for match, text in zip(matches, texts, strict=True)
            for minor in minors_in(_spelled_out(text))
        )
        yield Named(minors, _strength(place, minors), evidence, near.nearness, lines)


def _strength(place: PythonPlace, minors: Sequence[tuple[int, int]]) -> Strength:
    strength = Strength[place.strength.upper()]
    # One version that every check runs under is more of a decision than a list that a library promises.
    return Strength.TESTED_ALONE if strength is Strength.TESTED and len(minors) == 1 else strength


def _version(match: re.Match[str]) -> str:
    found = match.groupdict()
    return (found.get("version") or found.get("version2") or "").strip()


def _line(match: re.Match[str]) -> int:
    text = match.string
    start = match.start("version") if match["version"] else match.start()
    while text[start].isspace():
        start += 1
    return text.count("\n", 0, start) + 1


def _spelled_out(text: str) -> str:
    """The text without unreleased versions, and with tox's braces written out."""
    released = ", ".join(piece for piece in text.split(",") if not _UNRELEASED.search(piece)) if "[" in text else text
    return _TOX_BRACES.sub(_without_braces, released)


def _without_braces(match: re.Match[str]) -> str:
    return ", ".join(f"py{match['major']}{inner.strip()}" for inner in match["inner"].split(","))
