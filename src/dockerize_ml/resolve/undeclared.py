"""What a program needs and its requirements do not say, and limits that its time took for granted: rows of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet

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
    """A row: where ``pattern`` is found in the source, or ``asks`` is among the requirements, ``add`` is needed."""

    add: str
    is_bound: bool
    asks: str
    pattern: re.Pattern[str] | None
    unless: tuple[str, ...]
    why: str

    @classmethod
    def of(cls, row: Row) -> "_Need":
        pattern = row.optional_text("pattern")
        return cls(
            add=row.text("requirement"),
            is_bound=row.flag("bound"),
            asks=row.text("asks", ""),
            pattern=re.compile(pattern, re.MULTILINE) if pattern else None,
            unless=row.texts("unless"),
            why=row.why,
        )


def undeclared(project: Project, inspection: Inspection, asks: tuple[Ask, ...]) -> Iterator[Repair]:
    """The rows that apply, each with the line that shows it."""
    known = {ask.name: ask for ask in asks}
    survey = Survey(project, (), inspection.manifest)
    survey.programs = inspection.programs
    texts = [(path, survey.source.text(path)) for path in survey.program_files[:_MOST_FILES]]
    for need in _needs():
        name = distribution(need.add)
        if (name in known and not need.is_bound) or any(other in known for other in need.unless):
            continue
        asked = _asked(need, known)
        if asked is None:
            continue
        at = _shown(need, texts) if need.pattern else asked.at
        if at is not None or need.pattern is None:
            yield Repair("bound" if need.is_bound else "added", name, "", need.add, need.why, at)


def _asked(need: _Need, known: dict[str, Ask]) -> Ask | None:
    """The ask that the row speaks of; one that only looks at the source speaks of all."""
    if not need.asks:
        return Ask("", "")
    wanted = Requirement(need.asks)
    ask = known.get(distribution(need.asks))
    if ask is None or not wanted.specifier:
        return ask
    return ask if _is_within(ask, wanted.specifier) else None


def _is_within(ask: Ask, specifier: SpecifierSet) -> bool:
    """Whether the pinned version is one that the row speaks of; what is not pinned is settled by its time."""
    try:
        pins = [
            each.version
            for each in Requirement(ask.text).specifier
            if each.operator == "==" and "*" not in each.version
        ]
    except (InvalidRequirement, RecursionError):
        return False
    return bool(pins) and specifier.contains(pins[0], prereleases=True)


def _shown(need: _Need, texts: list[tuple[str, str]]) -> Place | None:
    for path, text in texts:
        found = need.pattern.search(text) if need.pattern else None
        if found is not None:
            return Place(path, text.count("\n", 0, found.start()) + 1)
    return None


@lru_cache
def _needs() -> tuple[_Need, ...]:
    return tuple(_Need.of(row) for row in rows("undeclared", "need"))
