"""The address that a program's own files write out: ``"localhost:5232"``, ``listen = http://localhost:8080``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.ports import Host, Listening
from dockerize_ml.facts.listening import OTHERS
from dockerize_ml.facts.model import Confidence
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

# A whole value, in quotes or behind a sign; what is longer is a URL that the program asks, or an example.
_WRITTEN = re.compile(
    r"(?:[\"']|^\s*[\w.-]*(?:listen|bind|address|hosts?|server|http)[\w.-]*\s*[=:]\s*)(?:https?://)?"
    r"(?P<host>localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0):(?P<port>\d{4,5})/?[\"']?\s*(?:$|[,)}\]#;])",
    re.MULTILINE,
)
# The two of them apart, each behind its name: `"address": "127.0.0.1"`, and in the next line `"port": 3000`.
_SAID = r"[\w-]*[\"']?\s*[:=]\s*[\"']?"
_HOST = re.compile(
    rf"^[^#\n]*\b(?:listen|bind|address|addr|hostname|host|interface|ip)(?![a-z]){_SAID}"
    r"(?P<host>localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0)(?![\w.:])",
    re.MULTILINE | re.IGNORECASE,
)
_PORT = re.compile(rf"^[^#\n]*?\bport{_SAID}(?P<port>\d{{4,5}})(?![\w.])", re.MULTILINE | re.IGNORECASE)
_NEAR = 3
_SETTINGS = (".ini", ".cfg", ".conf", ".toml", ".yaml", ".yml")


def written_address(survey: Survey, program: Program) -> Listening | None:
    """Where a program listens by the only address that its source, or the settings beside it, write out."""
    texts = {path: survey.text(path) for path in _files(survey, program)}
    for way in (_whole, _apart):
        found = dict[int, tuple[str, Place]]()
        for path, text in texts.items():
            for host, port, line in way(text):
                if port not in OTHERS:
                    found.setdefault(port, (host, Place(path, line)))
        if found:
            break
    if len(found) != 1:
        return None
    ((port, (host, at)),) = found.items()
    because = (survey.quote(at),)
    return Listening(port, Confidence.LIKELY, because, Host(host, because))


def _files(survey: Survey, program: Program) -> Iterator[str]:
    package = program.file.rpartition("/")[0]
    yield from survey.source.reachable(program.file)
    yield from (
        path for path in survey.project.files if path.endswith(_SETTINGS) and path.rpartition("/")[0] == package
    )


def _whole(text: str) -> Iterator[tuple[str, int, int]]:
    """Addresses with their port, and the line of each."""
    for match in _WRITTEN.finditer(text):
        yield match["host"], int(match["port"]), _line(text, match.start("port"))


def _apart(text: str) -> Iterator[tuple[str, int, int]]:
    """Addresses and ports that stand in lines near each other."""
    hosts = [(_line(text, match.start("host")), match["host"]) for match in _HOST.finditer(text)]
    for match in _PORT.finditer(text) if hosts else ():
        line = _line(text, match.start("port"))
        near, host = min(hosts, key=lambda one: abs(one[0] - line))
        if abs(near - line) <= _NEAR:
            yield host, int(match["port"]), line


def _line(text: str, start: int) -> int:
    return text.count("\n", 0, start) + 1
