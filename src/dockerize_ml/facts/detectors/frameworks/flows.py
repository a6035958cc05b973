"""Flows of Metaflow: files that run the class of a flow by what stands behind their name."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.scripts import import_names, script_program
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

_CLASS = "FlowSpec"


@framework("metaflow")
def metaflow(survey: Survey) -> Iterator[Program]:
    """Every file that holds a flow and is meant to be run."""
    for path in survey.source.importing(import_names("metaflow")):
        module = survey.source.module(path)
        flow = next(_flows(module.tree), None) if module and module.main_block else None
        if flow is not None:
            yield script_program(survey, "metaflow", path, Place(path, flow.lineno))


def _flows(tree: ast.Module) -> Iterator[ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and any(ast.unparse(each).endswith(_CLASS) for each in node.bases):
            yield node
