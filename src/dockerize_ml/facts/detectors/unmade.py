"""Folders of the project that the program writes files into, that are not there, and that nothing in it makes."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.detectors.results import path_written
from dockerize_ml.facts.outside import WrittenFolder
from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.folders import folder_of
from dockerize_ml.facts.source.module import Function
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.facts.source.values import Scope
from dockerize_ml.knowledge import results, written_folders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.project.place import Place

_PLAIN = re.compile(r"[\w@+-][\w.@+-]*(?:/[\w.@+-]+)*")
_ABOUT = re.compile(r"\b(?:exists|isdir|is_dir|rmtree|mkdir|makedirs|copytree|move|extractall)\b")
_FIRST = frozenset({"exists", "isdir", "rmtree", "mkdir", "makedirs"})
# It starts each run in a folder of its own making.
_ELSEWHERE = "hydra"
# An address of SQLite's, with the path that follows.
_ADDRESS = re.compile(r"sqlite(?:\+\w+)?:///(?P<path>[^\n]+)")
# It takes a path that is written out whole from a folder of its own.
_INSTANCE = "flask_sqlalchemy"
_MOST = 8


class _Writing(NamedTuple):
    """The path of a file that is written, as an expression, and where it stands."""

    path: ast.expr
    scope: Scope
    at: Place


def unmade(survey: Survey) -> tuple[WrittenFolder, ...]:
    """Each once, in the order of the paths: git keeps no empty folder, and the program ends where one is missing."""
    program = survey.program
    if program is None or program.kind == "library" or _ELSEWHERE in survey.external_imports:
        return ()
    paths = Paths(survey.resolver, survey.folder)
    found: dict[str, Place] = {}
    for each in (*_written(survey), *_databases(survey, paths)):
        folder = folder_of(paths, each.path, each.scope, program.workdir)
        if folder and _PLAIN.fullmatch(folder) and folder not in survey.project.folders:
            found.setdefault(folder, each.at)
    if not found or (cared := _cared_for(survey, paths, program.workdir)) is None:
        return ()
    return tuple(
        WrittenFolder(path=folder, evidence=survey.quote(found[folder]))
        for folder in sorted(found)
        if not survey.project.exists(folder) and not any(f"{one}/".startswith(f"{folder}/") for one in cared)
    )[:_MOST]


def _written(survey: Survey) -> Iterator[_Writing]:
    """What the calls are given that write a file."""
    for called in calls(survey.resolver, survey.program_files, results.mention()):
        node = path_written(called)
        if node is not None:
            yield _Writing(node, called.scope, called.place)
    for called in calls(survey.resolver, survey.program_files, written_folders.mention()):
        maker = next((each for each in written_folders.makers() if called.name in each.names), None)
        if maker is not None and maker.makes_file:
            node = called.argument(maker.argument, *maker.keywords)
            if node is not None:
                yield _Writing(node, called.scope, called.place)


def _databases(survey: Survey, paths: Paths) -> Iterator[_Writing]:
    """The files of SQLite whose addresses the program puts together or has as a text."""
    for path in survey.program_files:
        module = survey.source.module(path) if "sqlite" in survey.source.text(path) else None
        if module is None:
            continue
        for node, functions in _texts(module.tree):
            scope = Scope(module, functions)
            address = _ADDRESS.fullmatch(paths.fold(node, scope) or "")
            if address and not (isinstance(node, ast.Constant) and _INSTANCE in survey.external_imports):
                yield _Writing(ast.Constant(address["path"]), scope, survey.project.place(path, node.lineno))


def _texts(tree: ast.Module) -> Iterator[tuple[ast.expr, tuple[Function, ...]]]:
    """The texts of a module, whole, with the functions around them."""
    waiting: list[tuple[ast.AST, tuple[Function, ...]]] = [(tree, ())]
    while waiting:
        node, around = waiting.pop()
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp):
            yield node, around
            continue
        inside = (*around, node) if isinstance(node, Function) else around
        waiting.extend((child, inside) for child in ast.iter_child_nodes(node))


def _cared_for(survey: Survey, paths: Paths, workdir: str) -> frozenset[str] | None:
    """The folders that the program makes, or looks for, itself; None where it makes some that nobody can tell."""
    found: set[str] = set()
    for called in calls(survey.resolver, survey.program_files, _ABOUT):
        if called.last in {"copytree", "move", "extractall"}:
            node = called.argument(1, "dst", "path")
        elif called.last in _FIRST and called.node.args and not called.name.startswith("pathlib."):
            node = called.argument(0)
        else:
            node = getattr(called.node.func, "value", None)
        path = paths.file(node, called.scope, workdir) if node is not None else None
        if path is not None:
            found.add(path)
        elif called.last in {"mkdir", "makedirs"} and called.argument(None, "exist_ok") is None:
            return None
    return frozenset(found)
