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
    r"(?P<host>localhost|127\.0\.0\.1|0\.0\.0\.0):(?P<port>\d{4,5})/?[\"']?\s*(?:$|[,)}\]#;])",
    re.MULTILINE,
)
_SETTINGS = (".ini", ".cfg", ".conf", ".toml", ".yaml", ".yml")


def written_address(survey: Survey, program: Program) -> Listening | None:
    """Where a program listens by the only address that its source, or the settings beside it, write out."""
    found = dict[int, tuple[str, Place]]()
    for host, port, at in _addresses(survey, program):
        found.setdefault(port, (host, at))
    if len(found) != 1:
        return None
    ((port, (host, at)),) = found.items()
    because = (survey.quote(at),)
    return Listening(port, Confidence.LIKELY, because, Host(host, because))


def _addresses(survey: Survey, program: Program) -> Iterator[tuple[str, int, Place]]:
    package = program.file.rpartition("/")[0]
    beside = (path for path in survey.project.files if path.endswith(_SETTINGS) and path.rpartition("/")[0] == package)
    for path in (*survey.source.reachable(program.file), *beside):
        text = survey.text(path)
        for match in _WRITTEN.finditer(text):
            if int(match["port"]) not in OTHERS:
                line = text.count("\n", 0, match.start("port")) + 1
                yield match["host"], int(match["port"]), Place(path, line)
