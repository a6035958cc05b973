"""The files that the program opens by a path that its source tells."""

from __future__ import annotations

import ast
import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import OpenedFile
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.knowledge.model_files import Opener, mention_of, model_suffixes, openers, sure_suffixes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_WRITING = frozenset("wax")
_MOST = 60


@lru_cache(maxsize=1)
def files_opened(survey: Survey) -> tuple[OpenedFile, ...]:
    """Every file that is opened, once, in the order of the paths; as a model if any place opens it as one."""
    best: dict[str, OpenedFile] = {}
    for opened in _opened(survey):
        known = best.get(opened.path)
        if known is None or (opened.is_model and not known.is_model):
            best[opened.path] = opened
    return tuple(best[path] for path in sorted(best))[:_MOST]


def addresses_read(survey: Survey) -> bool:
    """Whether what is opened is at an address, and no file: ``pd.read_csv("https://…")``."""
    paths = Paths(survey.resolver, survey.folder)
    return any("://" in (paths.fold(_path_of(*each), each[0].scope) or "") for each, _ in _openings(survey))


def folders_loaded(survey: Survey) -> Iterator[tuple[str, str]]:
    """Names of models that may be folders of the project, where none is: as written, and from the project's root."""
    paths = Paths(survey.resolver, survey.folder)
    for (called, opener), section in _openings(survey):
        written = paths.fold(argument := _path_of(called, opener), called.scope) if section == "opens" else None
        if written and "://" not in written and not posixpath.splitext(written)[1]:
            path, exists = located(survey, paths, argument, called)
            if not exists:
                yield written, path


def _opened(survey: Survey) -> Iterator[OpenedFile]:
    paths = Paths(survey.resolver, survey.folder)
    for (called, opener), section in _openings(survey):
        yield from _of_call(survey, paths, called, opener, section)


def _openings(survey: Survey) -> Iterator[tuple[tuple[Called, Opener], str]]:
    for section in ("opens", "reads"):
        for called in calls(survey.resolver, survey.program_files, mention_of(section)):
            opener = next((opener for opener in openers(section) if opener.takes(called.name)), None)
            if opener is not None and not is_written(called):
                yield (called, opener), section


def _of_call(survey: Survey, paths: Paths, called: Called, opener: Opener, section: str) -> Iterator[OpenedFile]:
    argument = _path_of(called, opener)
    written = paths.fold(argument, called.scope)
    if not written or "\n" in written or "://" in written:
        return
    path, exists = located(survey, paths, argument, called)
    suffix = posixpath.splitext(path)[1].lower()
    is_model = suffix in sure_suffixes() or (section == "opens" and (exists or suffix in model_suffixes()))
    if section == "opens" and not exists and not suffix:
        # ``spacy.load("en_core_web_sm")`` and ``whisper.load_model("base")`` name a model, not a file.
        return
    yield OpenedFile(path=path, exists=exists, is_model=is_model, evidence=survey.quote(called.place), written=written)


def _path_of(called: Called, opener: Opener) -> ast.expr | None:
    if called.name.startswith("pathlib.Path.") and isinstance(called.node.func, ast.Attribute):
        return called.node.func.value
    return called.argument(opener.argument, *opener.keywords)


def located(survey: Survey, paths: Paths, node: ast.expr | None, called: Called) -> tuple[str, bool]:
    """The file that is meant and whether it is there; relative paths are looked up where programs are started."""
    workdir = survey.program.workdir if survey.program else "."
    own = posixpath.dirname(called.scope.module.path) or "."
    found = [paths.file(node, called.scope, folder) or "" for folder in dict.fromkeys((workdir, ".", own))]
    there = (path for path in found if is_there(survey, path))
    return next(((path, True) for path in there), (found[0], False))


def is_there(survey: Survey, path: str) -> bool:
    """Whether the project holds a file or a folder of this path."""
    return survey.project.exists(path) or (path != "." and path in survey.project.folders)


def is_written(called: Called) -> bool:
    """Whether a call of ``open`` opens the file for writing."""
    mode = called.argument(1, "mode") if called.last == "open" and not called.name.startswith("pathlib") else None
    if called.name == "pathlib.Path.open":
        mode = called.argument(0, "mode")
    return isinstance(mode, ast.Constant) and isinstance(mode.value, str) and bool(_WRITING & set(mode.value))
