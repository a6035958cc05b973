"""MCP servers: over a port where their transport says so, else over standard input and output."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.declared import declared
from dockerize_ml.facts.finding.made import argument
from dockerize_ml.facts.finding.scripts import called_name, import_names, started_scripts
from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.source.values import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.source.constants import Folded
    from dockerize_ml.facts.survey import Survey

_OWN = frozenset({"fastmcp", "mcp"})
_VERBS = frozenset({"run", "run_async", "stdio_server", "run_http_async", "run_sse_async"})
_OVER_HTTP = frozenset({"http", "sse", "streamable-http", "streamable_http"})


def mcp_servers(survey: Survey, framework: str) -> Iterator[Program]:
    """Each server, with the port that its constructor or its start names."""
    for program in started_scripts(survey, framework, _VERBS):
        transport = _said(survey, framework, "transport", 0)
        if transport is None or transport.value not in _OVER_HTTP:
            # Of what serves pages, a word makes it speak to the program that starts it.
            leading = (one.file for one in declared(survey) if program.file in survey.source.reachable(one.file))
            if any(_serves_another(survey, file) for file in (program.file, *leading)):
                continue
            yield replace(program, kind="worker", port=None, health_path=None)
            continue
        port = _said(survey, framework, "port", None)
        if port is None or port.port is None:
            yield program
            continue
        because = (survey.quote(port.at),)
        yield replace(program, port=port.port, port_confidence=Confidence.CERTAIN, port_because=because)


def _serves_another(survey: Survey, file: str) -> bool:
    """Whether what the file imports also starts an application of another framework."""
    files = frozenset(survey.source.reachable(file))
    starts = (start.instance for start in survey.starts if start.at.path in files)
    return any(of.of.partition(".")[0] not in _OWN for of in starts if of is not None)


def _said(survey: Survey, framework: str, name: str, position: int | None) -> Folded | None:
    """What the constructor or the starting call gives for a keyword."""
    for path in survey.source.importing(import_names(framework)):
        module = survey.source.module(path)
        for call in module.calls if module else ():
            if module is None or called_name(call.node.func) not in {*_VERBS, "FastMCP"}:
                continue
            node = argument(call.node, None if called_name(call.node.func) == "FastMCP" else position, name)
            folded = survey.folder.fold(node, Scope(module, call.functions))
            if folded is not None and folded.value is not None:
                return folded
    return None


for _name in sorted(_OWN):
    framework(_name)(partial(mcp_servers, framework=_name))
