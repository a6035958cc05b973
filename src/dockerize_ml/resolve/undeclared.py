"""What a program needs and its requirements do not say, and limits that its time took for granted: rows of a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from packaging.requirements import InvalidRequirement, Requirement

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.table import Row, rows
from dockerize_ml.manifests.names import distribution
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.model import Ask, Repair

_MOST_FILES = 400


@dataclass(frozen=True, slots=True)
class _Need:
    """A row: ``add`` is needed where ``pattern`` is in the source, or one of ``asks`` is among the requirements."""

    add: str
    is_bound: bool
    asks: tuple[Requirement, ...]
    pattern: re.Pattern[str] | None
    unless: tuple[str, ...]
    why: str

    @classmethod
    def of(cls, row: Row) -> "_Need":
        pattern = row.optional_text("pattern")
        return cls(
            add=row.text("requirement"),
            is_bound=row.flag("bound"),
            asks=tuple(map(Requirement, row.texts("asks"))),
            pattern=re.compile(pattern, re.MULTILINE) if pattern else None,
            unless=row.texts("unless"),
            why=row.why,
        )


def undeclared(project: Project, inspection: Inspection, asks: Iterable[Ask]) -> Iterator[Repair]:
    """The rows that apply, each with the line that shows it, or without one where only what was found does."""
    known = {ask.name: ask for ask in asks}
    texts = program_texts(project, inspection)
    told: set[str] = set()
    for need in _needs():
        name = distribution(need.add)
        is_there = name in known and not need.is_bound
        if is_there or need.add in told or any(other in known for other in need.unless):
            continue
        asked = next((ask for wanted in need.asks if (ask := _within(wanted, known))), None)
        if need.asks and asked is None:
            continue
        shown = _shown(need.pattern, texts) if need.pattern else None
        if need.pattern and shown is None:
            continue
        told.add(need.add)
        at = shown or (asked.at if asked else None)
        yield Repair("bound" if need.is_bound else "added", name, "", need.add, need.why, at)


def program_texts(project: Project, inspection: Inspection) -> list[tuple[str, str]]:
    """The program's files, each by its path and with its text."""
    survey = Survey(project, (), inspection.manifest)
    survey.programs = inspection.programs
    started = [each.file for each in inspection.programs[:1] if not each.file.endswith(".py")]
    return [(path, survey.text(path)) for path in (*started, *survey.program_files[:_MOST_FILES])]


def _within(wanted: Requirement, known: dict[str, Ask]) -> Ask | None:
    """The ask of that name; where versions are told, only one that is pinned within them."""
    ask = known.get(wanted.name)
    if ask is None or not wanted.specifier:
        return ask
    try:
        pins = [each.version for each in Requirement(ask.text).specifier if each.operator == "=="]
    except (InvalidRequirement, RecursionError):
        return None
    return ask if pins and "*" not in pins[0] and wanted.specifier.contains(pins[0], prereleases=True) else None


def _shown(pattern: re.Pattern[str], texts: list[tuple[str, str]]) -> Place | None:
    for path, text in texts:
        found = pattern.search(text)
        if found is not None:
            return Place(path, text.count("\n", 0, found.start()) + 1)
    return None


@lru_cache
def _needs() -> tuple[_Need, ...]:
    return tuple(_Need.of(row) for row in rows("undeclared", "need"))
