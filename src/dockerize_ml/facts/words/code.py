"""Command lines that the source itself runs: ``subprocess.run(["streamlit", "run", "app.py"])``, ``os.system("…")``."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.aside import why_aside
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


_UNKNOWN = "$_"
# A name stands for a call of a function, which puts the path together.
_HOPS = 2
_SCRIPT = re.compile(r"[\w./-]+\.py")


def code_commands(graph: SourceGraph) -> Iterator[Command]:
    """What every file of the project runs that starts a server."""
    for path in graph.mentions(_MENTION):
        # A test starts what it is about, and seldom as its users do.
        module = graph.module(path) if why_aside(path) != "a test" else None
        named = _named(module.tree) if module else {}
        for node in module.nodes if module else ():
            command = _command(node, named)
            text = _text(command, named)
            if text:
                # A path that is put together starts from the file's own folder.
                folder = path.rpartition("/")[0] if text != _text(command, None) else ""
                place = Place(path, getattr(node, "lineno", None))
                yield from commands(text, place, path, _WEIGHT, folder or ".")


def _named(tree: ast.Module) -> dict[str, ast.AST]:
    """What each name is assigned, or the function of that name, wherever in the file."""
    found: dict[str, ast.AST] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = value
            case ast.FunctionDef(name=name):
                found[name] = node
    return found


def _command(node: ast.AST, named: dict[str, ast.AST]) -> list[ast.expr]:
    """The words of a command that is run; empty for other nodes."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name), args=[first, *rest]) if name in _RUNS:
            return [first, *rest] if rest and _word(first, None) != _UNKNOWN else _parts(first, named)
        case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="sys"), attr="argv")], value=value):
            return _parts(value, named)
    return []


def _parts(node: ast.expr, named: dict[str, ast.AST]) -> list[ast.expr]:
    match node:
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return parts
        case ast.BinOp(left=ast.List(elts=parts) | ast.Tuple(elts=parts), op=ast.Add()):
            return parts
        case ast.Name(id=name) if isinstance(value := named.get(name), ast.List | ast.Tuple | ast.BinOp):
            return _parts(value, {})
    return [node]


def _text(parts: list[ast.expr], named: dict[str, ast.AST] | None) -> str:
    return " ".join(_word(part, named) for part in parts)


def _word(node: ast.expr, named: dict[str, ast.AST] | None) -> str:
    """The word; with ``named`` also the script that a path which is put together leads to."""
    match node:
        case ast.Constant(value=str() | int() as value):
            return str(value)
        case ast.Attribute(value=ast.Name(id="sys"), attr="executable"):
            return "python"
        case ast.JoinedStr(values=values):
            return "".join(_word(value, named) for value in values)
        case ast.FormattedValue(value=value):
            return _word(value, named)
    return _UNKNOWN if named is None else _script(node, named)


def _script(node: ast.expr, named: dict[str, ast.AST]) -> str:
    """The script at the end of a path that is put together: ``Path(__file__).parent / "app.py"``."""
    values: list[ast.AST] = [node]
    for _ in range(_HOPS):
        names = (inner.id for value in values for inner in ast.walk(value) if isinstance(inner, ast.Name))
        values += [found for name in names if (found := named.get(name)) is not None and found not in values]
    inner = (each for value in values for each in ast.walk(value))
    texts = [each for each in inner if isinstance(each, ast.Constant) and _SCRIPT.fullmatch(str(each.value))]
    last = max(texts, key=lambda each: (each.lineno, each.col_offset), default=None)
    return str(last.value) if last is not None else _UNKNOWN
