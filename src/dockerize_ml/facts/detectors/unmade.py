"""Folders of the project that the program writes files into, that are not there, and that nothing in it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.results import path_written
from dockerize_ml.facts.outside import WrittenFolder
from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.folders import folder_of
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.knowledge import results, written_folders

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

    from dockerize_ml.facts.source.called import Called
    from dockerize_ml.facts.survey import Survey

_PLAIN = re.compile(r"[\w@+-][\w.@+-]*(?:/[\w.@+-]+)*")
_ABOUT = re.compile(r"\b(?:exists|isdir|is_dir|rmtree|mkdir|makedirs|copytree|move|extractall)\b")
_FIRST = frozenset({"exists", "isdir", "rmtree", "mkdir", "makedirs"})
# It starts each run in a folder of its own making.
_ELSEWHERE = "hydra"
_MOST = 8


def unmade(survey: Survey) -> tuple[WrittenFolder, ...]:
    """Each once, in the order of the paths: git keeps no empty folder, and the program ends where one is missing."""
    program = survey.program
    if program is None or program.kind == "library" or _ELSEWHERE in survey.external_imports:
        return ()
    paths = Paths(survey.resolver, survey.folder)
    found: dict[str, Called] = {}
    for called, node in _written(survey):
        folder = folder_of(paths, node, called.scope, program.workdir)
        if folder and _PLAIN.fullmatch(folder) and folder not in survey.project.folders:
            found.setdefault(folder, called)
    if not found or (cared := _cared_for(survey, paths, program.workdir)) is None:
        return ()
    return tuple(
        WrittenFolder(path=folder, evidence=survey.quote(found[folder].place))
        for folder in sorted(found)
        if not survey.project.exists(folder) and not any(f"{one}/".startswith(f"{folder}/") for one in cared)
    )[:_MOST]


def _written(survey: Survey) -> Iterator[tuple[Called, ast.expr]]:
    """The calls that write a file, with its path."""
    for called in calls(survey.resolver, survey.program_files, results.mention()):
        node = path_written(called)
        if node is not None:
            yield called, node
    for called in calls(survey.resolver, survey.program_files, written_folders.mention()):
        maker = next((each for each in written_folders.makers() if called.name in each.names), None)
        if maker is not None and maker.makes_file:
            node = called.argument(maker.argument, *maker.keywords)
            if node is not None:
                yield called, node


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
