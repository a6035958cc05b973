"""Applications of no framework, which a server can serve all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.finding.ports import Listening, listening, listening_program
from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.finding.plain import Interface
    from dockerize_ml.facts.survey import Survey

# What most servers take that are told nothing.
_USUAL_PORT = 8000
_SERVERS: dict[str, Interface] = {
    "gunicorn": "wsgi",
    "waitress-serve": "wsgi",
    "uwsgi": "wsgi",
    "uvicorn": "asgi",
    "hypercorn": "asgi",
    "daphne": "asgi",
}


@framework("plain application")
def plain_applications(survey: Survey) -> Iterator[Program]:
    """One program for each function or object that is called as WSGI or ASGI says."""
    for plain in survey.plain:
        placed = place_module(survey, plain.path)
        handed = plain.starts[:1]
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
            because=(survey.quote(plain.at), *(survey.quote(start.at) for start in handed)),
            reasons=tuple(Reason(points=16, text=f"handed to a server in {start.at}") for start in handed),
        )
        yield listening_program(program, found)
    yield from _told(survey)


def _told(survey: Survey) -> Iterator[Program]:
    """What the project's own words hand to a server, though nothing in its source tells what that is."""
    known = {(made.path, made.name) for made in survey.made}
    known |= {(plain.path, plain.name.removesuffix("()")) for plain in survey.plain}
    for one in survey.spoken.mentioned:
        interface, module = _SERVERS.get(one.launch.tool), survey.source.module(one.file)
        name = one.name.removesuffix("()")
        if interface is None or module is None or (one.file, name) in known or name not in module.names:
            continue
        known.add((one.file, name))
        placed = place_module(survey, one.file)
        at = survey.quote(Place(one.file, module.names[name][-1].line))
        program = Program(
            kind="web",
            framework="script",
            entrypoint=f"{placed.module}:{one.name}",
            workdir=placed.workdir,
            file=one.file,
            line=at.line,
            import_roots=placed.roots,
            interface="asgi" if "uvicorn" in " ".join(one.command.argv) else interface,
            because=(at, survey.quote(one.command.at)),
        )
        yield listening_program(program, Listening(port=_USUAL_PORT, confidence=Confidence.GUESS, because=(at,)))
