"""Examples that stand in for files of the owner's own: ``config.example.yml``, where the program opens `config.yml`."""

from __future__ import annotations

import ast
import posixpath
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import files_opened
from dockerize_ml.facts.outside import StandIn
from dockerize_ml.facts.source.unguarded import unguarded
from dockerize_ml.knowledge.examples import examples_among

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.survey import Survey


def stand_ins(survey: Survey) -> tuple[StandIn, ...]:
    """Those of the files that the program opens or imports and that are not there, in the order of the paths."""
    examples = examples_among(survey.project.files) if survey.program else {}
    if not examples:
        return ()
    found: dict[str, Evidence] = {}
    for opened in files_opened(survey):
        if not opened.exists and opened.path in examples:
            found.setdefault(opened.path, opened.evidence)
    for path, evidence in _imported(survey, examples):
        found.setdefault(path, evidence)
    return tuple(StandIn(path=path, example=examples[path], evidence=found[path]) for path in sorted(found))


def _imported(survey: Survey, examples: Mapping[str, str]) -> Iterator[tuple[str, Evidence]]:
    """The modules that are imported whatever happens, where their files would lie."""
    for path in survey.needed_files if any(each.endswith(".py") for each in examples) else ():
        tree = survey.project.tree(path)
        for node in unguarded(tree, at_start=True) if tree else ():
            for name in _modules(node):
                yield from (
                    (each, survey.quote(survey.project.place(path, getattr(node, "lineno", 1))))
                    for each in _files(survey, path, name)
                    if each in examples
                )


def _modules(node: ast.AST) -> Iterator[str]:
    """What is imported, with a dot for each package upwards."""
    match node:
        case ast.Import(names=names):
            yield from (each.name for each in names)
        case ast.ImportFrom(module=module, level=level, names=names):
            start = "." * level + (module or "")
            yield start
            yield from (f"{start}{'.' if module else ''}{each.name}" for each in names)


def _files(survey: Survey, importer: str, name: str) -> Iterator[str]:
    """The files that a module of this name may lie in, seen from a file."""
    module = name.lstrip(".")
    level = len(name) - len(module)
    folder = posixpath.dirname(importer)
    for _ in range(level - 1):
        folder = posixpath.dirname(folder)
    workdir = survey.program.workdir if survey.program else "."
    for base in dict.fromkeys((folder,) if level else (folder, workdir, "")):
        yield posixpath.normpath(posixpath.join(base, f"{module.replace('.', '/')}.py"))
