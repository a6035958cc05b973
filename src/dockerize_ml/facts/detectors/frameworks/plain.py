"""Applications of no framework, which a server can serve all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.finding.ports import listening, listening_program
from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.registry import framework

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

# What most servers take that are told nothing.
_USUAL_PORT = 8000


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
