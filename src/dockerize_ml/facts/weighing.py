"""What speaks for a program and against it, in points."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.companions import companions
from dockerize_ml.facts.finding.declared import declared
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.source.aside import aside, why_aside
from dockerize_ml.knowledge.entry_names import UNKNOWN_RANK, entry_rank
from dockerize_ml.knowledge.frameworks import frameworks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.model import Kind
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.facts.words.spoken import Mentioned

_KINDS: dict[Kind, int] = {"web": 30, "worker": 16, "job": 0, "notebook": -20, "library": -40}
_NAMES = {1: 12, 2: 9, 3: 4, 9: -15}
# Folders in which authors put the whole program; being in one is no deeper than being at the root.
_HOMES = frozenset({"src", "app", "backend", "server", "api", "service", "webapp", "web", "code"})
_SERVERS = frozenset(
    {"gunicorn", "uvicorn", "hypercorn", "daphne", "granian", "waitress-serve", "python", "fastapi", "flask"}
)
_MOST_FROM_WORDS = 90
# A tool or a demo that the project tells to start is its program; a test or an example hardly ever.
_NEVER = -40
_DASHBOARDS = frozenset({"streamlit", "gradio", "dash", "panel", "chainlit", "nicegui", "shiny", "solara"})
_CLIENT = re.compile(r"\b(?:requests|httpx|aiohttp|urllib)\b")
_OWN_API = re.compile(
    r"localhost:|127\.0\.0\.1:|https?://(?:api|backend|server|fastapi|flask|app)\b|\b(?:API|BACKEND|SERVER)_?(?:BASE_?)?(?:URL|HOST|ENDPOINT)\b"
)


def weigh(survey: Survey, program: Program) -> Program:
    """The program with all that speaks for and against it, the weightiest first."""
    reasons = (*program.reasons, *_reasons(survey, program))
    ordered = sorted((reason for reason in reasons if reason.points), key=lambda reason: -abs(reason.points))
    return replace(program, reasons=tuple(ordered))


def _reasons(survey: Survey, program: Program) -> Iterator[Reason]:
    yield Reason(points=_KINDS[program.kind], text=f"a {program.kind} program")
    yield from _by_name(program)
    yield from _by_place(survey, program)
    yield from _by_starts(survey, program)
    yield from _by_imports(survey, program)
    yield from _by_requirements(survey, program)
    yield from _by_words(survey, program)
    yield from _by_calls(survey, program)


def _by_name(program: Program) -> Iterator[Reason]:
    position, _ = entry_rank(file_name(program))
    if position in _NAMES:
        says = "named like an entry" if position < UNKNOWN_RANK else "named like a helper"
        yield Reason(points=_NAMES[position], text=says)


def _by_place(survey: Survey, program: Program) -> Iterator[Reason]:
    beside = aside(program.file)
    if beside and program.kind != "notebook" and not (beside.points > _NEVER and _is_told(survey, program)):
        yield Reason(points=beside.points, text=f"looks like {beside.reason}")
    folders = program.file.split("/")[:-1]
    if not folders:
        yield Reason(points=6, text="at the root")
    deep = sum(folder not in _HOMES for folder in folders)
    if deep:
        yield Reason(points=-4 * deep, text=f"{len(folders)} folder{'s' if len(folders) > 1 else ''} deep")


def _by_starts(survey: Survey, program: Program) -> Iterator[Reason]:
    starting = survey.starting.get(program.file, ())
    if program.kind == "web" and starting:
        yield Reason(points=10, text="started in the file itself")
    called = () if program.interface or program.framework != "script" else (*starting, *_by_command(survey, program))
    if any(_can_be_served(survey, one) for one in called):
        yield Reason(points=-35, text="starts a web program that can be served directly")


def _by_command(survey: Survey, program: Program) -> Iterator[Start]:
    """The starting calls of what the program's command calls."""
    functions = {each.function for each in declared(survey) if each.name == program.entrypoint}
    for start in survey.starts:
        if start.at.path == program.file and start.functions and start.functions[0].name in functions:
            yield start


def _can_be_served(survey: Survey, start: Start) -> bool:
    """Whether a server could be given what the call starts, so that nobody need run the file."""
    if any(start in plain.starts for plain in survey.plain):
        return True
    if start.instance is None:
        return bool(start.reference)
    return survey.framework_of(start.instance) is not None


def _by_imports(survey: Survey, program: Program) -> Iterator[Reason]:
    # A library is there to be imported.
    if program.kind == "library":
        return
    importing = sorted(path for path in survey.source.importers.get(program.file, ()) if not why_aside(path))
    if importing:
        yield Reason(points=-10, text=f"imported by {importing[0]}")


def _by_requirements(survey: Survey, program: Program) -> Iterator[Reason]:
    declared = survey.declared_around(program.file)
    names = {name for known in frameworks() if known.name == program.framework for name in known.distributions}
    if not declared or not names:
        return
    if names & declared:
        yield Reason(points=8, text=f"{program.framework} is among the requirements")
    else:
        yield Reason(points=-12, text=f"{program.framework} is not among the requirements")


def _by_calls(survey: Survey, program: Program) -> Iterator[Reason]:
    """A dashboard that asks an API of the project is the smaller part of the two."""
    text = survey.source.text(program.file)
    if companions(survey, program.file):
        yield Reason(points=14, text="a script starts it with what it asks")
    elif program.framework in _DASHBOARDS and _CLIENT.search(text) and _OWN_API.search(text):
        yield Reason(points=-14, text="asks another program of the project")


def _by_words(survey: Survey, program: Program) -> Iterator[Reason]:
    best: dict[str, Mentioned] = {}
    for mentioned in survey.spoken.mentioned:
        if is_about(survey, mentioned, program):
            known = best.get(mentioned.command.says)
            if known is None or mentioned.command.weight > known.command.weight:
                best[mentioned.command.says] = mentioned
    left = _MOST_FROM_WORDS
    for mentioned in sorted(best.values(), key=lambda one: -one.command.weight):
        points = min(_weight(mentioned, program), left)
        left -= points
        yield Reason(points=points, text=f"{mentioned.command.at} starts it: {' '.join(mentioned.command.argv)[:60]}")
    is_library = program.kind == "library"
    if not is_library and program.file == next(
        (one.file for one in survey.spoken.mentioned if one.command.says == "README"), ""
    ):
        yield Reason(points=4, text="the first that the README starts")
    for word in survey.spoken.files:
        if word.path == program.file:
            yield Reason(points=word.weight, text=f"{word.says} names it")


def _is_told(survey: Survey, program: Program) -> bool:
    """Whether the project's own words start the program, or its manifest makes a command of it."""
    if any(command.name == program.entrypoint for command in declared(survey)):
        return True
    return any(is_about(survey, mentioned, program) for mentioned in survey.spoken.mentioned)


def _weight(mentioned: Mentioned, program: Program) -> int:
    """Running a file says less about the object that a server should take than naming the object does."""
    is_by_hand = mentioned.launch.tool in {"python", "flask"} and ":" in program.entrypoint
    # What is started in the background serves what is started last.
    return mentioned.command.weight // 2 if is_by_hand or mentioned.command.is_behind else mentioned.command.weight


def is_about(survey: Survey, mentioned: Mentioned, program: Program) -> bool:
    """Whether a command starts this program, which no library is."""
    tool = mentioned.launch.tool
    if program.kind == "library":
        return False
    if tool == "django" or program.framework == "django":
        return program.framework == "django" and (tool == "django" or mentioned.file == program.file)
    by_hand = program.framework == "script" and not program.interface
    if by_hand and (tool != "python" or not program.entrypoint.endswith(".py")):
        return False
    if tool not in _SERVERS and tool not in {program.framework, "sanic", "litestar"}:
        return False
    if mentioned.file == program.file:
        names = (mentioned.name.removesuffix("()"), program.entrypoint.rpartition(":")[2].removesuffix("()"))
        return not mentioned.name or ":" not in program.entrypoint or names[0].split("(")[0] == names[1]
    is_run = tool in {"python", "flask"} and program.file in survey.started_from(mentioned.file)
    return is_run or (tool != "python" and _passes_on(survey, mentioned.file, program))


def _passes_on(survey: Survey, file: str, program: Program) -> bool:
    """Whether a file has the program's application from where that is made: ``from .shop import app``."""
    own = {id(made.instance.call) for made in survey.made if made.path == program.file and made.how != "imported"}
    passed = (made for made in survey.made if made.path == file and made.how == "imported")
    return any(id(made.instance.call) in own for made in passed)


def file_name(program: Program) -> str:
    """The name of the program's file."""
    return program.file.rpartition("/")[2]
