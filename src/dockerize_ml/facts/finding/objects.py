"""Programs that are an object for a server: a WSGI or ASGI application, or a factory of one."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.before import Before, before_serving
from dockerize_ml.facts.finding.pickled import loads_what_names_it
from dockerize_ml.facts.finding.placing import place_module, place_script
from dockerize_ml.facts.finding.ports import Listening, listening, listening_program
from dockerize_ml.facts.finding.starts import located
from dockerize_ml.facts.finding.told import is_told_when_called, reads_words_when_imported
from dockerize_ml.facts.finding.unfinished import finishes
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.knowledge.frameworks import framework as known_framework

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.finding.made import Made
    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.survey import Survey

# A file so named exists in order to hand an application to a server.
_FOR_SERVERS = re.compile(r"(?:.*_)?(?:wsgi|asgi)")
# They import an application, and leave out what its file does when it is run.
_SERVERS = frozenset(
    {"gunicorn", "uvicorn", "hypercorn", "daphne", "granian", "waitress-serve", "uwsgi", "fastapi", "flask"}
)
_HOW = {
    "made": Reason(points=2, text="the application is made there"),
    "built": Reason(points=4, text="the application is built there by the project's factory"),
    "alias": Reason(points=0, text="another name for the application"),
    "imported": Reason(points=0, text="the application is imported there"),
    "factory": Reason(points=-6, text="only a factory, an object would be simpler to serve"),
}


def served_objects(survey: Survey, framework: str) -> Iterator[Program]:
    """One program for each name that a server could serve as an application of the framework."""
    for made in survey.made:
        if made.framework == framework and (made.how != "imported" or is_started_or_handed(survey, made)):
            yield object_program(survey, made)
    yield from started_inside(survey, framework)


def is_started_or_handed(survey: Survey, made: Made) -> bool:
    """Whether a module that only imports an application is there to start it or to hand it to a server."""
    stem = made.path.rpartition("/")[2].removesuffix(".py")
    if _is_referred_to(survey, made):
        return True
    return bool(_FOR_SERVERS.fullmatch(stem)) or any(
        start.at.path == made.path and start.instance is not None and start.instance.call is made.instance.call
        for start in survey.starts
    )


def _is_referred_to(survey: Survey, made: Made) -> bool:
    """Whether a starting call or a command names exactly this object by an import string."""
    if any(
        (made.path, made.name) == located(survey.resolver, start.at.path, start.reference)
        for start in survey.starts
        if start.reference
    ):
        return True
    return any(
        (one.file, one.name.partition("(")[0]) == (made.path, made.name) for one in survey.spoken.mentioned if one.root
    )


def object_program(survey: Survey, made: Made) -> Program:
    """The program that serves a found object; where that is another than the program's, its file is run instead."""
    by_hand = next((start for start in starts_of(survey, made) if _has_to_be_run(survey, made, start)), None)
    if by_hand is not None:
        return _run_by_hand(survey, made.framework, by_hand)
    known = known_framework(made.framework)
    placed = place_module(survey, made.path)
    found = listening(survey, starts_of(survey, made))
    name = f"{made.name}()" if made.how == "factory" else made.name
    before = before_serving(survey, made.path)
    return with_listening(
        survey,
        Program(
            kind="web",
            framework=made.framework,
            entrypoint=f"{placed.module}:{name}",
            workdir=placed.workdir,
            file=made.path,
            line=made.at.line,
            import_roots=placed.roots,
            health_path=known.health_path if known else None,
            before=("python", "-c", _program(placed.module, before)) if before else (),
            before_because=(survey.quote(before.at),) if before else (),
            because=tuple(dict.fromkeys((survey.quote(made.at), survey.quote(made.instance.place)))),
            reasons=(_HOW[made.how], *_if_named(survey, made), *_if_handed(made), *_if_mounted(survey, made)),
        ),
        found,
    )


def _program(module: str, before: Before) -> str:
    imported = f"from {module} import {', '.join(before.names)}; " if before.names else ""
    return f"{imported}{before.code}"


def _if_named(survey: Survey, made: Made) -> Iterator[Reason]:
    for start in survey.starts:
        if start.reference and (made.path, made.name) == located(survey.resolver, start.at.path, start.reference):
            yield Reason(points=16, text=f"started by name in {start.at}")
            return


def _if_handed(made: Made) -> Iterator[Reason]:
    stem = made.path.rpartition("/")[2].removesuffix(".py")
    if _FOR_SERVERS.fullmatch(stem) and made.how != "factory":
        yield Reason(points=18, text="a file made to hand the application to a server")


def _if_mounted(survey: Survey, made: Made) -> Iterator[Reason]:
    if id(made.instance.call) in survey.mounted:
        yield Reason(points=-80, text="mounted in another application")


def with_listening(survey: Survey, program: Program, found: Listening) -> Program:
    """The program with what its code says of port and address, or its framework's default."""
    known = known_framework(program.framework)
    port = found.port if found.port is not None or known is None else known.default_port
    del survey
    return replace(listening_program(program, found), port=port)


def starts_of(survey: Survey, made: Made) -> Iterator[Start]:
    """The calls that start a found object: in its own file first, then in files that import it; no test's."""
    own = [start for start in survey.starts if _is_of(survey, start, made)]
    yield from (start for start in own if start.at.path == made.path)
    yield from (start for start in own if start.at.path != made.path and why_aside(start.at.path) != "a test")


def _is_of(survey: Survey, start: Start, made: Made) -> bool:
    if start.instance is not None:
        return start.instance.call is made.instance.call
    if not start.reference:
        return False
    module, _, _ = start.reference.partition(":")
    located = survey.source.layout.locate(start.at.path, 0, module)
    return (located is not None and located.path == made.path) or (
        module == _own_name(start.at.path) and start.at.path == made.path
    )


def _own_name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".py")


def started_inside(survey: Survey, framework: str) -> Iterator[Program]:
    """Applications that no name of a module holds: made inside the function that starts them; run as a script."""
    held = {id(made.instance.call) for made in survey.made}
    told: set[str] = set()
    for start in survey.starts:
        if start.instance is None or id(start.instance.call) in held or start.at.path in told:
            continue
        if survey.framework_of(start.instance) != framework:
            continue
        told.add(start.at.path)
        yield _run_by_hand(survey, framework, start)


def _has_to_be_run(survey: Survey, made: Made, start: Start) -> bool:
    """Whether a server would start it twice, get it unfinished, or make another than the program does."""
    if made.how == "factory" and is_told_when_called(start):
        return True
    if _is_started_by_importing(made, start):
        return True
    if _is_handed_to_a_server(survey, made):
        return False
    return (
        loads_what_names_it(survey, start.at.path)
        or finishes(survey, made, start)
        or reads_words_when_imported(survey, made.path)
    )


def _is_handed_to_a_server(survey: Survey, made: Made) -> bool:
    """Whether the project's own words, or a file that is there for that, have a server import the application."""
    if any(one.file == made.path and one.launch.tool in _SERVERS for one in survey.spoken.mentioned):
        return True
    return any(
        each.instance.call is made.instance.call and _FOR_SERVERS.fullmatch(_own_name(each.path))
        for each in survey.made
    )


def _is_started_by_importing(made: Made, start: Start) -> bool:
    """Whether the call that starts an object stands where that is made, behind no condition and in no function."""
    is_there = made.how in {"made", "built"} and start.at.path == made.path and not start.functions
    statements = start.module.tree.body if is_there else []
    return any(isinstance(each, ast.Expr) and start.call in ast.walk(each) for each in statements)


def _run_by_hand(survey: Survey, framework: str, start: Start) -> Program:
    """The file of a starting call, or the one that calls it there, run as a script."""
    path = _file_to_run(survey, start)
    placed = place_script(survey, path)
    made = (start.instance.place,) if start.instance is not None else ()
    program = Program(
        kind="web",
        framework=framework,
        entrypoint=placed.path,
        workdir=placed.workdir,
        file=path,
        line=start.at.line if path == start.at.path else None,
        import_roots=placed.roots,
        because=tuple(dict.fromkeys(survey.quote(place) for place in (*made, start.at))),
    )
    return with_listening(survey, program, listening(survey, [start]))


def _file_to_run(survey: Survey, start: Start) -> str:
    """The call's own file, unless that only defines what another one, which is there to be run, calls."""
    if _does_something(start):
        return start.at.path
    callers = survey.running.callers(start.at.path)
    return next((path for path in callers if _is_to_be_run(survey, path)), start.at.path)


def _does_something(start: Start) -> bool:
    """Whether running the call's file calls anything."""
    calls = (isinstance(each, ast.Expr) and isinstance(each.value, ast.Call) for each in start.module.tree.body)
    return not start.functions or start.module.main_block is not None or any(calls)


def _is_to_be_run(survey: Survey, path: str) -> bool:
    module = survey.source.module(path)
    return not why_aside(path) and module is not None and module.main_block is not None
