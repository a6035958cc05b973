"""Order the programs that were found: which one is the image for, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.knowledge.entry_names import UNKNOWN_RANK, entry_rank
from dockerize_ml.knowledge.frameworks import frameworks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.model import Kind
    from dockerize_ml.facts.survey import Survey

_KINDS: dict[Kind, int] = {"web": 30, "worker": 16, "job": 0, "notebook": -20, "library": -40}
_NAMES = {1: 12, 2: 9, 3: 4, 9: -15}
# Folders in which authors put the whole program; being in one is no deeper than being at the root.
_HOMES = frozenset({"src", "app", "backend", "server", "api", "service", "webapp", "web", "code"})


def rank(survey: Survey, programs: Iterable[Program]) -> tuple[Program, ...]:
    """The programs, best first, each with what was weighed; of two with one start the better stays."""
    weighed = [_weigh(survey, program) for program in programs]
    weighed.sort(
        key=lambda program: (-program.score, program.file.count("/"), entry_rank(_name(program)), program.file)
    )
    best: dict[tuple[str, str], Program] = {}
    for program in weighed:
        best.setdefault((program.entrypoint, program.workdir), program)
    return tuple(best.values())


def _weigh(survey: Survey, program: Program) -> Program:
    reasons = (*program.reasons, *_reasons(survey, program))
    ordered = sorted((reason for reason in reasons if reason.points), key=lambda reason: -abs(reason.points))
    return program.model_copy(update={"reasons": tuple(ordered)})


def _reasons(survey: Survey, program: Program) -> Iterator[Reason]:
    yield Reason(points=_KINDS[program.kind], text=f"a {program.kind} program")
    yield from _by_name(program)
    yield from _by_place(program)
    yield from _by_starts(survey, program)
    yield from _by_imports(survey, program)
    yield from _by_requirements(survey, program)


def _by_name(program: Program) -> Iterator[Reason]:
    position, _ = entry_rank(_name(program))
    if position in _NAMES:
        says = "named like an entry" if position < UNKNOWN_RANK else "named like a helper"
        yield Reason(points=_NAMES[position], text=says)


def _by_place(program: Program) -> Iterator[Reason]:
    aside = why_aside(program.file)
    if aside:
        yield Reason(points=-60, text=f"looks like {aside}")
    folders = program.file.split("/")[:-1]
    if not folders:
        yield Reason(points=6, text="at the root")
    deep = sum(folder not in _HOMES for folder in folders)
    if deep:
        yield Reason(points=-4 * deep, text=f"{len(folders)} folders deep")


def _by_starts(survey: Survey, program: Program) -> Iterator[Reason]:
    if program.kind == "web" and any(start.at.path == program.file for start in survey.starts):
        yield Reason(points=10, text="started in the file itself")


def _by_imports(survey: Survey, program: Program) -> Iterator[Reason]:
    importing = sorted(path for path in survey.source.importers.get(program.file, ()) if not why_aside(path))
    if importing:
        yield Reason(points=-10, text=f"imported by {importing[0]}")


def _by_requirements(survey: Survey, program: Program) -> Iterator[Reason]:
    if not survey.requirements:
        return
    names = {name for known in frameworks() if known.name == program.framework for name in known.distributions}
    if not names:
        return
    if names & survey.requirements.keys():
        yield Reason(points=8, text=f"{program.framework} is among the requirements")
    else:
        yield Reason(points=-15, text=f"{program.framework} is not among the requirements")


def _name(program: Program) -> str:
    return program.file.rpartition("/")[2]
