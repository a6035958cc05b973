"""Tools for developers among what the image installs, which the program does not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import Tool
from dockerize_ml.knowledge.developer_tools import developer_tools
from dockerize_ml.knowledge.imports import imports_of
from dockerize_ml.manifests.purpose import purpose_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_NOTEBOOK = ".ipynb"
# The whole environment of somebody's machine: whoever froze it knows, and what drags in what cannot be told.
_LONG = 60


def tools(survey: Survey) -> tuple[Tool, ...]:
    """Those that a list of the project names itself, in its order; none for a program that is a notebook."""
    program = survey.program
    if program is None or program.kind not in {"web", "worker"} or program.file.endswith(_NOTEBOOK):
        return ()
    return tuple({each.name: each for each in _listed(survey)}.values())


def _listed(survey: Survey) -> Iterator[Tool]:
    installed, imported = survey.requirements, {module.partition(".")[0] for module in survey.external_imports}
    for manifest in survey.manifests:
        is_frozen = len(manifest.requirements) > _LONG
        if manifest.format in {"lock", "imports"} or is_frozen or purpose_of(manifest.path).is_development:
            continue
        for each in manifest.requirements:
            is_tool = each.name in developer_tools() and each.name in installed and not each.group
            if is_tool and not installed[each.name].group and imported.isdisjoint(imports_of(each.name)):
                yield Tool(name=each.name, evidence=survey.quote(each.at))
