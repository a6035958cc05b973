"""Scrapy: a project's spiders, each started by its name."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_CONFIGURATION = "scrapy.cfg"
_DEEPEST = 3


@framework("scrapy")
def scrapy(survey: Survey) -> Iterator[Program]:
    """Every class beside a ``scrapy.cfg`` that is a spider and has a name."""
    for path in survey.project.files:
        folder, _, name = path.rpartition("/")
        if name != _CONFIGURATION or path.count("/") > _DEEPEST:
            continue
        prefix = f"{folder}/" if folder else ""
        for file in survey.project.python_files:
            if file.startswith(prefix):
                yield from _spiders(survey, file, prefix)


def _spiders(survey: Survey, file: str, prefix: str) -> Iterator[Program]:
    module = survey.source.module(file)
    for node in module.tree.body if module else ():
        name = _spider(node)
        if name is None:
            continue
        place = survey.project.place(file, node.lineno)
        yield Program(
            kind="job",
            framework="scrapy",
            entrypoint=file.removeprefix(prefix),
            called=name,
            workdir=prefix.rstrip("/") or ".",
            file=file,
            line=node.lineno,
            because=(
                evidence(place, f"the spider {name}"),
                evidence(Place(f"{prefix}{_CONFIGURATION}"), "made for scrapy"),
            ),
            reasons=(Reason(points=6, text=f"`{prefix}{_CONFIGURATION}` is made for scrapy"),),
        )


def _spider(node: ast.stmt) -> str | None:
    """The name of a spider's class."""
    if not isinstance(node, ast.ClassDef) or not any(ast.unparse(each).endswith("Spider") for each in node.bases):
        return None
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="name")], value=ast.Constant(value=str(name))):
                return name
    return None
