"""Which port and address a program's own code says."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.finding.made import argument
from dockerize_ml.facts.finding.starts import HOST_NAMES
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.source.values import Scope
from dockerize_ml.knowledge.listening_defaults import ListeningCall, listening_call
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.source.constants import Folded
    from dockerize_ml.facts.survey import Survey


_SETTINGS = (".py", ".conf", ".ini", ".cfg", ".config")
_FILES = (".yml", ".yaml", ".json", ".toml", ".ini", ".cfg", ".conf")
_DEEPEST = 2
_LOCAL = re.compile(
    r"\s*[\"']?(?:host|bind|address|listen|server_host|bind_host|host_name|hostname)[\"']?\s*[:=]\s*"
    r"[\"']?(?P<value>localhost|127\.0\.0\.1)[\"']?\s*,?\s*(?:#.*)?",
    re.IGNORECASE,
)
_OPTIONS = ("port", "server_port", "listen_port", "http_port")


class Host(NamedTuple):
    """Where a program binds to, and the variable that tells its call another address where the code says none."""

    name: str | None = None
    because: tuple[Evidence, ...] = ()
    variable: str = ""


class Listening(NamedTuple):
    """Where a program listens, by its own code."""

    port: int | None = None
    confidence: Confidence = Confidence.GUESS
    because: tuple[Evidence, ...] = ()
    host: Host = Host()
    variable: str = ""


def listening(survey: Survey, starts: Iterable[Start]) -> Listening:
    """What the first of the starting calls that names a port says; the call alone, where none does."""
    calls = tuple(starts)
    ways = (_said, _by_variable, _by_option, _by_setting, _by_default)
    found = (one for way in ways for start in calls if (one := way(survey, start)) is not None)
    return next(found, Listening())._replace(host=_host(survey, calls))


def _said(survey: Survey, start: Start) -> Listening | None:
    if start.port is None or start.port.port is None:
        return None
    because = tuple(survey.quote(place) for place in dict.fromkeys((start.port.at, start.at)))
    return Listening(start.port.port, Confidence.CERTAIN, because, variable=start.port.variable)


def _by_variable(survey: Survey, start: Start) -> Listening | None:
    if start.port is None or not start.port.variable:
        return None
    return Listening(None, Confidence.GUESS, (survey.quote(start.port.at),), variable=start.port.variable)


def _by_option(survey: Survey, start: Start) -> Listening | None:
    option = _option(survey, start) if start.is_port_given and start.port is None else None
    if option is None:
        return None
    because = tuple(survey.quote(place) for place in dict.fromkeys((option.at, start.at)))
    return Listening(option.port, Confidence.LIKELY, because)


def _by_setting(survey: Survey, start: Start) -> Listening | None:
    known = listening_call(start.by)
    settings = _settings(survey, known.port_setting if known else "")
    found = ((int(value), at) for value, at in settings if value.isdecimal())
    return next((Listening(port, Confidence.CERTAIN, (survey.quote(at),)) for port, at in found), None)


def _by_default(survey: Survey, start: Start) -> Listening | None:
    if start.default_port is None or start.port is not None:
        return None
    return Listening(start.default_port, Confidence.GUESS, (survey.quote(start.at),))


def _option(survey: Survey, start: Start) -> Folded | None:
    """The default of the program's own ``--port``, where the port is handed through too many hands to be followed."""
    around = (start.at.path, *sorted(survey.source.importers.get(start.at.path, ())))
    return _option_in(survey, dict.fromkeys(path for file in around for path in survey.source.reachable(file)))


def _option_in(survey: Survey, paths: Iterable[str]) -> Folded | None:
    modules = (survey.source.module(path) for path in paths if "port" in survey.source.text(path))
    found = (survey.folder.parsed_argument(name, Scope(module)) for module in modules if module for name in _OPTIONS)
    return next((folded for folded in found if folded is not None and folded.port is not None), None)


def by_own_option(survey: Survey, path: str) -> Listening:
    """What the default of a file's own ``--port`` says, for a program whose starting call nobody can follow to it."""
    option = _option_in(survey, [path])
    if option is None:
        return Listening()
    return Listening(option.port, Confidence.LIKELY, (survey.quote(option.at),))


def listening_program(program: Program, found: Listening) -> Program:
    """The program with where it listens by its own code."""
    return replace(
        program,
        port=found.port,
        port_confidence=found.confidence,
        port_because=found.because,
        host=found.host.name,
        host_because=found.host.because,
        host_variable=found.host.variable,
    )


def _host(survey: Survey, calls: tuple[Start, ...]) -> Host:
    for start in calls:
        if start.host is not None and isinstance(start.host.value, str):
            return Host(start.host.value, (survey.quote(start.host.at),))
    by_default = ((start, listening_call(start.by)) for start in calls)
    for start, known in by_default:
        for value, at in _settings(survey, known.host_setting if known else ""):
            return Host(value, (survey.quote(at),))
        if known is not None and not _is_told(start.call, known):
            return Host(known.host, (survey.quote(start.at),), known.variable)
    is_handed = any(each.arg in HOST_NAMES for start in calls for each in start.call.keywords)
    return _of_a_file(survey) if is_handed else Host()


def _of_a_file(survey: Survey) -> Host:
    """The address of localhost in a file of settings, where the code hands its call one that nobody can follow."""
    for path in survey.project.files:
        if path.endswith(_FILES) and path.count("/") <= _DEEPEST:
            for number, line in enumerate(survey.text(path).splitlines(), 1):
                if found := _LOCAL.fullmatch(line):
                    return Host(found["value"], (survey.quote(Place(path, number)),))
    return Host()


def _settings(survey: Survey, name: str) -> Iterator[tuple[str, Place]]:
    """The values of a setting in the project's files: ``server.socket_port = 8181``, ``"server.socket_port": 8181``."""
    said = re.compile(rf"[\"']?{re.escape(name)}[\"']?\s*[:=]\s*[\"']?(?P<value>[\w.:-]+)")
    for path in survey.project.files if name else ():
        if path.endswith(_SETTINGS) and name in survey.text(path):
            for number, line in enumerate(survey.text(path).splitlines(), 1):
                if found := said.search(line):
                    yield found["value"], Place(path, number)


def _is_told(call: ast.Call, known: ListeningCall) -> bool:
    """Whether an address is among the arguments, or may be."""
    is_spread = any(isinstance(each, ast.Starred) for each in call.args) or any(not each.arg for each in call.keywords)
    return is_spread or argument(call, known.position, known.keyword) is not None
