"""Values that a program reads from a settings file of the project: YAML, TOML, INI or JSON, line by line."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.graph import SourceGraph

_FILE = re.compile(r"[\w./\\ -]*\w\.(?:ya?ml|toml|ini|cfg|conf|json)")
_FILE_WITHIN = re.compile(r"\w\.(?:ya?ml|toml|ini|cfg|conf|json)[\"']")
_NAME = re.compile(r"[\w.-]+")
_LARGEST = 100_000


def configured(graph: SourceGraph, path: str, keys: tuple[str, ...]) -> tuple[str, Place] | None:
    """What stands under these keys in a settings file that the module, or one that it imports, names."""
    if not keys or not all(_NAME.fullmatch(key) for key in keys):
        return None
    for file in _named_files(graph, path):
        try:
            lines = graph.project.lines(file)
        except ProjectError:
            continue
        found = _looked_up(lines, keys)
        if found is not None:
            return found[0], Place(file, found[1])
    return None


def key_chain(node: ast.expr) -> tuple[str, ...]:
    """The keys of ``config["server"]["port"]`` or ``cfg.server.port``, outermost first."""
    match node:
        case ast.Subscript(value=inner, slice=ast.Constant(value=str() as key)):
            return (*key_chain(inner), key)
        case ast.Attribute(value=inner, attr=key):
            return (*key_chain(inner), key)
        case ast.Call(
            func=ast.Attribute(value=inner, attr="get" | "getint"), args=[ast.Constant(value=str() as key), *rest]
        ):
            second = (
                rest[0].value if rest and isinstance(rest[0], ast.Constant) and isinstance(rest[0].value, str) else None
            )
            return (*key_chain(inner), key, second) if second else (*key_chain(inner), key)
    return ()


@lru_cache(maxsize=4096)
def _named_files(graph: SourceGraph, path: str) -> tuple[str, ...]:
    """The settings files that a module, or one that it imports, names."""
    modules = dict.fromkeys((path, *(edge.target for edge in graph.edges(path))))
    return tuple(dict.fromkeys(file for module in modules for file in _named_in(graph, module)))


@lru_cache(maxsize=4096)
def _named_in(graph: SourceGraph, path: str) -> tuple[str, ...]:
    module = graph.module(path) if _FILE_WITHIN.search(graph.text(path)) else None
    nodes = (node.value for node in module.nodes if isinstance(node, ast.Constant)) if module else ()
    names = dict.fromkeys(value for value in nodes if isinstance(value, str) and _FILE.fullmatch(value))
    return tuple(file for name in names for file in _existing(graph, path, name))


def _existing(graph: SourceGraph, path: str, written: str) -> Iterator[str]:
    name = written.replace("\\", "/").removeprefix("./").removeprefix("../")
    folder = path.rpartition("/")[0]
    candidates = [name, f"{folder}/{name}"] if folder else [name]
    candidates += [file for file in graph.project.files if file.endswith(f"/{name}")][:1]
    yield from (file for file in candidates if graph.project.exists(file) and graph.project.size(file) < _LARGEST)


def _looked_up(lines: tuple[str, ...], keys: tuple[str, ...]) -> tuple[str, int] | None:
    """The value of the last key, found below the lines that name the keys around it."""
    start = 0
    for key in keys[:-1]:
        around = re.compile(rf"\s*(?:[\"']?{re.escape(key)}[\"']?\s*[:=]|\[(?:[\w.]+\.)?{re.escape(key)}\])")
        start = next((number for number, line in enumerate(lines[start:], start + 1) if around.match(line)), -1)
        if start < 0:
            return None
    value = re.compile(
        rf"(?P<indent>\s*)[{{,]?\s*[\"']?{re.escape(keys[-1])}[\"']?\s*[:=]\s*[\"']?(?P<value>[^\"',#\s}}]+)"
    )
    found = [(match, number) for number, line in enumerate(lines[start:], start + 1) if (match := value.match(line))]
    if not found:
        return None
    if len(keys) == 1:
        # Nobody names the section: what stands outside of all goes before what one of them holds.
        found.sort(key=lambda one: len(one[0]["indent"]))
    match, number = found[0]
    return match["value"], number
