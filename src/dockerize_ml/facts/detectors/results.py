"""The files that a job writes into its own folder by a path that its source tells: what it is run for."""

from __future__ import annotations

import ast
import posixpath
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import is_written
from dockerize_ml.facts.outside import WrittenFolder
from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.knowledge.results import keepers, mention

if TYPE_CHECKING:
    from dockerize_ml.facts.source.called import Called
    from dockerize_ml.facts.survey import Survey

_FILE = re.compile(r"[^\n:*?]*\w\.\w{1,8}")
# It starts each run in a folder of its own making.
_ELSEWHERE = "hydra"
_MOST = 20


def results(survey: Survey) -> tuple[WrittenFolder, ...]:
    """The folders that the files are in, or the files that are in none, each once, in the order of the paths."""
    program = survey.program
    if program is None or program.kind != "job" or _ELSEWHERE in survey.external_imports:
        return ()
    paths = Paths(survey.resolver, survey.folder)
    found: dict[str, WrittenFolder] = {}
    for called in calls(survey.resolver, survey.program_files, mention()):
        node = path_written(called)
        path = paths.file(node, called.scope, program.workdir) if node is not None else None
        if path and _FILE.fullmatch(path) and not path.startswith(("/", "~", "../")):
            kept = posixpath.dirname(path) or path
            found.setdefault(kept, WrittenFolder(path=kept, evidence=survey.quote(called.place)))
    return tuple(found[path] for path in sorted(found) if not _is_below(path, found))[:_MOST]


def path_written(called: Called) -> ast.expr | None:
    """The path that a call writes to; None where it writes to none."""
    if called.last == "open":
        return _opened(called) if is_written(called) else None
    if called.last in {"write_text", "write_bytes"}:
        return called.node.func.value if isinstance(called.node.func, ast.Attribute) else None
    keeper = next((each for each in keepers() if called.name in each.names or called.last in each.methods), None)
    return called.argument(keeper.argument, *keeper.keywords) if keeper else None


def _opened(called: Called) -> ast.expr | None:
    if called.name.startswith("pathlib.Path.") and isinstance(called.node.func, ast.Attribute):
        return called.node.func.value
    return called.argument(0, "file")


def _is_below(path: str, found: dict[str, WrittenFolder]) -> bool:
    return any(path.startswith(f"{other}/") for other in found)
