"""A program that its command line makes serve, with what has to be typed for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.library_command import with_library_command
from dockerize_ml.facts.commandline.serving_verb import serving_verb
from dockerize_ml.facts.commandline.verbs import verbs
from dockerize_ml.facts.finding.ports import Host, listening_program
from dockerize_ml.facts.finding.staying import stays_in
from dockerize_ml.facts.program import Reason
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.knowledge.frameworks import framework as known_framework

if TYPE_CHECKING:
    import ast

    from dockerize_ml.facts.commandline.serving_verb import ServingVerb
    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

_SERVED = frozenset({"wsgi", "asgi"})


def with_verb(survey: Survey, program: Program) -> Program:
    """The program with its verb, where running its file or its console script starts it; others as they are."""
    if not _is_run_by_hand(program):
        return _of_worker(survey, program) if program.kind == "worker" else program
    found = serving_verb(survey, program)
    if found is None:
        return with_library_command(survey, program)
    if program.kind == "web":
        return _told(program, found)
    # Where nobody knows what to ask, nobody could tell whether it answers.
    if found.listening.port is None or program.framework != "script":
        return program
    if why_aside(program.file) or any(_is_held(survey, start) for start in found.starts):
        return program
    return replace(_told(program, found), kind="web")


def _of_worker(survey: Survey, program: Program) -> Program:
    """A worker that only one of its file's commands starts is that command, and less of a program for it."""
    if not program.entrypoint.endswith(".py"):
        return program
    for verb in verbs(survey, program):
        if verb.words and verb.own is not None and _works_in(survey, program, verb.own):
            because = (*program.because, survey.quote(verb.at))
            less = Reason(points=-25, text=f"only its command `{' '.join(verb.words)}` starts it")
            return replace(program, arguments=verb.words, because=because, reasons=(*program.reasons, less))
    return program


def _works_in(survey: Survey, program: Program, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether what makes it a worker stands in that function."""
    if program.framework == "script":
        return stays_in(survey, program.file, function)
    return program.line is not None and function.lineno <= program.line <= (function.end_lineno or function.lineno)


def _is_run_by_hand(program: Program) -> bool:
    entry = program.entrypoint
    if program.kind not in {"web", "job"} or not entry or ":" in entry or entry.endswith((".ini", ".ipynb")):
        return False
    known = known_framework(program.framework)
    return known is not None and (known.interface in _SERVED or known.command[0] == "python")


def _is_held(survey: Survey, start: Start) -> bool:
    """Whether what the verb starts is an application that a finder of its framework tells of."""
    return start.instance is not None and survey.framework_of(start.instance) is not None


def _told(program: Program, found: ServingVerb) -> Program:
    told = replace(
        program,
        arguments=found.arguments,
        asks=found.asks,
        folders=found.folders,
        because=tuple(dict.fromkeys((*program.because, *found.because))),
    )
    where = found.listening
    if where.port is None:
        where = where._replace(port=program.port, confidence=program.port_confidence, because=program.port_because)
    if where.host.name is None:
        where = where._replace(host=Host(program.host, program.host_because, program.host_variable))
    return listening_program(told, where)
