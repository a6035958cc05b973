"""Where a program listens and what a probe asks, when the code alone does not tell: the project's own words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.routes import probe_route
from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.weighing import is_about
from dockerize_ml.knowledge.contracts import host_contracts
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.facts.words.word import PortWord

# Databases, queues and front ends that READMEs and compose files name beside the program.
OTHERS = frozenset(
    {
        22,
        25,
        443,
        587,
        1025,
        3306,
        5432,
        5672,
        6379,
        8025,
        8086,
        9000,
        9090,
        9092,
        9200,
        11211,
        11434,
        15672,
        27017,
        19530,
        6333,
        7687,
    }
)
_FRONTENDS = frozenset({3000, 4200, 5173, 8080, 1234})
# A host's question weighs more than a URL in a README, and less than a command or a container's file.
_HOSTS_WORD = 15
_READS_PORT = re.compile(r"\bPORT\b|_port\b|\bport\b")


def with_words(survey: Survey, program: Program) -> Program:
    """The program with the port and the route that the project's own words and routes tell."""
    if program.kind not in {"web", "notebook"}:
        return program
    return _with_port(survey, program)


def with_health(survey: Survey, program: Program) -> Program:
    """The program with the route to probe, where its framework has none built in."""
    if program.kind != "web" or (program.health_path not in {None, "/"}):
        return program
    route = probe_route(survey, program)
    if route is None:
        return program
    return replace(program, health_path=route.path, health_because=(survey.quote(route.at),))


def _with_port(survey: Survey, program: Program) -> Program:
    if program.port_confidence is Confidence.CERTAIN:
        return program
    said = sorted(_said(survey, program), key=lambda one: -one[0])
    if not said:
        return program
    _, port, at = said[0]
    return replace(program, port=port, port_confidence=Confidence.LIKELY, port_because=(survey.quote(at),))


def _said(survey: Survey, program: Program) -> Iterator[tuple[int, int, Place]]:
    """Ports with their weights."""
    services = set()
    for mentioned in survey.spoken.mentioned:
        if is_about(survey, mentioned, program):
            services.add(mentioned.command.name)
            if mentioned.launch.port is not None:
                yield mentioned.command.weight + 6, mentioned.launch.port, mentioned.command.at
    yield from _asked(survey, program)
    words = [word for word in survey.spoken.ports if _is_for(survey, word, program, services - {""})]
    linked = {word.port for word in words if word.weight <= 10}
    for word in words:
        if word.weight > 10 or word.port == program.port or len(linked) == 1:
            yield word.weight, word.port, word.at


def _asked(survey: Survey, program: Program) -> Iterator[tuple[int, int, Place]]:
    """The port of a host that the program has the routes for."""
    for path in survey.source.reachable(program.file):
        text = survey.source.text(path)
        for contract in host_contracts():
            if contract.is_met_by(text):
                line = text.count("\n", 0, text.index(contract.routes[-1])) + 1
                yield _HOSTS_WORD, contract.port, Place(path, line)


def _is_for(survey: Survey, word: PortWord, program: Program, services: set[str]) -> bool:
    if word.port in OTHERS or (word.weight <= 10 and word.port in _FRONTENDS and word.port != program.port):
        return False
    if word.service and services and word.service not in services:
        return False
    if word.service and not services and not _is_only_service(survey, word, program):
        return False
    if word.weight == 30 and not any(
        _READS_PORT.search(survey.source.text(path)) for path in survey.source.reachable(program.file)
    ):
        return False
    return word.folder in {".", program.workdir} or program.file.startswith(f"{word.folder}/")


def _is_only_service(survey: Survey, word: PortWord, program: Program) -> bool:
    """Whether no other service of the same folder has a port, or this one's is the framework's own."""
    rivals = {other.service for other in survey.spoken.ports if other.service and other.folder == word.folder}
    return len(rivals) == 1 or word.port == program.port
