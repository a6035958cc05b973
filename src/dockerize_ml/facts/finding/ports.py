"""Which port and address a program's own code says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.model import Confidence, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


class Listening(NamedTuple):
    """Where a program listens, by its own code."""

    port: int | None = None
    confidence: Confidence = Confidence.GUESS
    because: tuple[Evidence, ...] = ()
    host: str | None = None
    host_because: tuple[Evidence, ...] = ()
    variable: str = ""


def listening(survey: Survey, starts: Iterable[Start]) -> Listening:
    """What the first of the starting calls that names a port says; the call alone, where none does."""
    calls = tuple(starts)
    host, host_because = _host(survey, calls)
    for start in calls:
        if start.port is not None and start.port.port is not None:
            because = tuple(survey.quote(place) for place in dict.fromkeys((start.port.at, start.at)))
            return Listening(start.port.port, Confidence.CERTAIN, because, host, host_because, start.port.variable)
    for start in calls:
        if start.port is not None and start.port.variable:
            return Listening(
                None, Confidence.GUESS, (survey.quote(start.port.at),), host, host_because, start.port.variable
            )
    for start in calls:
        if start.default_port is not None and start.port is None:
            because = (survey.quote(start.at),)
            return Listening(start.default_port, Confidence.GUESS, because, host, host_because)
    return Listening(host=host, host_because=host_because)


def listening_program(program: Program, found: Listening) -> Program:
    """The program with where it listens by its own code."""
    return replace(
        program,
        port=found.port,
        port_confidence=found.confidence,
        port_because=found.because,
        host=found.host,
        host_because=found.host_because,
    )


def _host(survey: Survey, calls: tuple[Start, ...]) -> tuple[str | None, tuple[Evidence, ...]]:
    for start in calls:
        if start.host is not None and isinstance(start.host.value, str):
            return start.host.value, (survey.quote(start.host.at),)
    return None, ()
