"""Command lines that the source itself runs: ``subprocess.run(["streamlit", "run", "app.py"])``, ``os.system("…")``."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.shell import commands
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.graph import SourceGraph
    from dockerize_ml.facts.words.word import Command

_MENTION = re.compile(
    r"(?:subprocess|os\.system|os\.exec|sys\.argv\s*=)(?s:.)*\b(?:streamlit|uvicorn|gunicorn|flask|fastapi|hypercorn|chainlit|panel|bokeh)\b"
)
_RUNS = frozenset(
    {"run", "Popen", "call", "check_call", "check_output", "system", "execvp", "execv", "create_subprocess_exec"}
)
_WEIGHT = 32


def code_commands(graph: SourceGraph) -> Iterator[Command]:
    """What every file of the project runs that starts a server."""
    for path in graph.mentions(_MENTION):
        module = graph.module(path)
        for node in ast.walk(module.tree) if module else ():
            text = _line(node)
            if text:
                yield from commands(text, Place(path, getattr(node, "lineno", None)), path, _WEIGHT)


def _line(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[first, *rest]) if name in _RUNS:
            return _text(first) if not rest or not _word(first) else " ".join(_word(item) for item in (first, *rest))
        case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="sys"), attr="argv")], value=value):
            return _text(value)
    return ""


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.List | ast.Tuple):
        return " ".join(_word(item) for item in node.elts)
    return _word(node)


def _word(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str() as value):
            return value
        case ast.Attribute(value=ast.Name(id="sys"), attr="executable"):
            return "python"
        case ast.JoinedStr(values=values):
            return "".join(_word(value) for value in values)
        case ast.Constant(value=int() as number):
            return str(number)
    return "$_"
