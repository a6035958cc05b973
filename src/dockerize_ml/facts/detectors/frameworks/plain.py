"""Applications of no framework, which a server can serve all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.finding.plain import Plain
from dockerize_ml.facts.finding.ports import listening, listening_program
from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.registry import framework
from dockerize_ml.knowledge.app_servers import servers
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

# What most servers take that are told nothing.
_USUAL_PORT = 8000


@framework("plain application")
def plain_applications(survey: Survey) -> Iterator[Program]:
    """One program for each function or object that is called as WSGI or ASGI says, or that words hand to a server."""
    yield from (_program(survey, plain, [start.at for start in plain.starts[:1]]) for plain in survey.plain)
    yield from (_program(survey, plain, [at]) for plain, at in _told(survey))


def _program(survey: Survey, plain: Plain, handed: list[Place]) -> Program:
    placed = place_module(survey, plain.path)
    found = listening(survey, plain.starts)
    if found.port is None:
        found = found._replace(port=_USUAL_PORT, confidence=Confidence.GUESS, because=(survey.quote(plain.at),))
    program = Program(
        kind="web",
        framework="script",
        entrypoint=f"{placed.module}:{plain.name}",
        workdir=placed.workdir,
        file=plain.path,
        line=plain.at.line,
        import_roots=placed.roots,
        interface=plain.interface,
        because=tuple(map(survey.quote, (plain.at, *handed))),
        reasons=tuple(Reason(points=16, text=f"handed to a server in {start.at}") for start in plain.starts[:1]),
    )
    return listening_program(program, found)


def _told(survey: Survey) -> Iterator[tuple[Plain, Place]]:
    """What the project's own words hand to a server, though nothing in its source tells what that is."""
    known = {(made.path, made.name) for made in survey.made}
    known |= {(plain.path, plain.name.removesuffix("()")) for plain in survey.plain}
    serves = {each.command[0]: each.serves for each in servers()}
    for one in survey.spoken.mentioned:
        served, module = serves.get(one.launch.tool), survey.source.module(one.file)
        name = one.name.removesuffix("()")
        if served is None or module is None or (one.file, name) in known or name not in module.names:
            continue
        known.add((one.file, name))
        is_asgi = "asgi" in served or "uvicorn" in " ".join(one.command.argv)
        at = Place(one.file, module.names[name][-1].line)
        yield Plain(one.file, one.name, "asgi" if is_asgi else "wsgi", at), one.command.at
