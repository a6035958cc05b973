"""Modules that a program names as text and that are imported as it starts: apps, middleware, plug-ins."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dockerize_ml.facts.finding.site_settings import settings_of
from dockerize_ml.facts.source.unguarded import unguarded
from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.imports import normalised
from dockerize_ml.knowledge.named_modules import calls, named_distribution, names, settings
from dockerize_ml.manifests.ini import read_ini
from dockerize_ml.manifests.own_modules import OwnModules
from dockerize_ml.manifests.purpose import purpose_of
from dockerize_ml.project.place import Place

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


class NamedModule(NamedTuple):
    """A module that text names, the distribution that brings it, whether a table tells that, and the place."""

    module: str
    distribution: str
    is_known: bool
    at: Place


class _Text(NamedTuple):
    """A text that may name a module, its line, and the framework that reads it."""

    text: str
    line: int
    framework: str


def named_modules(survey: Survey) -> Iterator[NamedModule]:
    """Each with the distribution that a table tells, in a framework's settings else the one of its name.

    The project's own are left out, and what only developers load.
    """
    own = OwnModules(survey.project)
    # A folder of templates may have an app's name.
    folders = {path.rpartition("/")[0].rpartition("/")[2] for path in survey.project.python_files}
    for path in _read(survey):
        for found in _texts(survey, path):
            top = found.text.partition(".")[0]
            known = named_distribution(found.text, found.framework)
            brings = known or (normalised(top) if found.framework else "")
            is_own = top in folders or own.has(top, path) or survey.source.layout.locate(path, 0, top) is not None
            if _DOTTED.fullmatch(found.text) and brings and not is_own:
                yield NamedModule(top, brings, bool(known), survey.project.place(path, found.line))


def _read(survey: Survey) -> Iterator[str]:
    program = survey.program
    if program is not None and program.file.endswith(".ini"):
        yield program.file
    below = program.workdir if program is not None and program.workdir != "." else ""
    own = settings_of(survey)
    yield from (path for path in survey.needed_files if path == own or not purpose_of(path, below).is_development)


def _texts(survey: Survey, path: str) -> Iterator[_Text]:
    if path.endswith(".ini"):
        sections = read_ini(survey.text(path)).values()
        listed = (value for section in sections for name in names("option") for value in section.get(name, ()))
        yield from (_Text(word, value.line, "") for value in listed for word in value.text.split())
        return
    # Parsing takes long, and few files name anything.
    tree = survey.project.tree(path) if _mention().search(survey.text(path)) else None
    for node in unguarded(tree) if tree else ():
        yield from _assigned(node)
        yield from _passed(node, survey)


@cache
def _mention() -> re.Pattern[str]:
    """What a file has in it that names modules."""
    words = "|".join(map(re.escape, (*settings(), *names("argument"))))
    keys = "|".join(map(re.escape, names("key")))
    return re.compile(rf"\b(?:{words})\b|[\"'](?:{keys})[\"']\s*:|\.(?:{'|'.join(calls())})\s*\(")


def _assigned(node: ast.AST) -> Iterator[_Text]:
    match node:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value)
            | ast.AugAssign(target=ast.Name(id=name), value=ast.expr() as value)
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
        ) if name in settings():
            yield from _listed(value, settings()[name], is_bare=True)
        case ast.Dict(keys=keys, values=values):
            for key, each in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and key.value in names("key"):
                    yield from _listed(each, "", is_bare=False)


def _passed(node: ast.AST, survey: Survey) -> Iterator[_Text]:
    match node:
        case ast.keyword(arg=str(name), value=value) if name in names("argument"):
            yield from _listed(value, "", is_bare=False)
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in calls():
            if _has(survey, calls()[name]):
                yield from _listed(first, "", is_bare=True)


def _listed(node: ast.expr, framework: str, *, is_bare: bool) -> Iterator[_Text]:
    """The texts in a value; where they are not all of modules, only those with a dot in them."""
    match node:
        case ast.Constant(value=str(text)):
            yield from [_Text(text, node.lineno, framework)] if is_bare or "." in text else []
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            yield from (each for part in parts for each in _listed(part, framework, is_bare=is_bare))
        case ast.BinOp(left=left, right=right):
            yield from (each for part in (left, right) for each in _listed(part, framework, is_bare=is_bare))
        case ast.Dict(keys=keys, values=values):
            parts = [part for part in (*keys, *values) if part is not None]
            yield from (each for part in parts for each in _listed(part, framework, is_bare=False))


def _has(survey: Survey, framework: str) -> bool:
    return framework in survey.requirements or bool(survey.source.importing({framework}))
