"""Folders of the machine, outside of the project, that the program makes or writes files in."""

from __future__ import annotations

import ast
import posixpath
from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import WrittenFolder
from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.knowledge.written_folders import is_kept, makers, mention, own_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.called import Called
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.knowledge.written_folders import Maker
    from dockerize_ml.project.place import Place

_MOST = 8
# An address has three strokes, and an absolute path one of its own.
_SQLITE = ":////"


def written(survey: Survey) -> tuple[WrittenFolder, ...]:
    """Each once, in the order of the paths."""
    if survey.program is None:
        return ()
    found: dict[str, Place] = {}
    for folder, place in (*_made(survey), *_named(survey)):
        if not is_kept(folder):
            found.setdefault(folder, place)
    return tuple(WrittenFolder(path=path, evidence=survey.quote(found[path])) for path in sorted(found)[:_MOST])


def _made(survey: Survey) -> Iterator[tuple[str, Place]]:
    """What the calls are given that make folders and files."""
    paths = Paths(survey.resolver, survey.folder)
    for called in calls(survey.resolver, survey.program_files, mention()):
        maker = next((maker for maker in makers() if called.name in maker.names), None)
        path = paths.fold(_given(called, maker), called.scope) if maker else None
        if maker and path and path.startswith("/") and "\n" not in path:
            plain = posixpath.normpath(path)
            yield posixpath.dirname(plain) if maker.makes_file else plain, called.place


def _given(called: Called, maker: Maker) -> ast.expr | None:
    if maker.argument is None and not maker.keywords:
        return called.node.func.value if isinstance(called.node.func, ast.Attribute) else None
    return called.argument(maker.argument, *maker.keywords)


def _named(survey: Survey) -> Iterator[tuple[str, Place]]:
    """Paths where programs keep what they write, and databases of SQLite, in whatever way they get there."""
    for path in survey.program_files:
        text = survey.source.text(path)
        tree = survey.project.tree(path) if own_place().search(text) or _SQLITE in text else None
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((folder, survey.project.place(path, node.lineno)) for folder in _folders(node.value))


def _folders(text: str) -> Iterator[str]:
    scheme, found, path = text.partition(_SQLITE)
    if found and scheme.startswith("sqlite") and "\n" not in text:
        yield posixpath.dirname(f"/{posixpath.normpath(path)}")
    elif own_place().fullmatch(text):
        plain = posixpath.normpath(text)
        if not posixpath.splitext(plain)[1]:
            yield plain
        elif own_place().fullmatch(posixpath.dirname(plain)):
            yield posixpath.dirname(plain)
