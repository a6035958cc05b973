"""Jupyter notebooks, shown by Panel where they mark what it serves, and by Voila where the project asks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_script
from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.knowledge.frameworks import framework as known_framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.knowledge.frameworks import Framework

_MOST = 30
_SHOWN = re.compile(r"(?:.*[-_ ])?(?:app|dashboard|voila|index|gui|ui)(?:[-_ ].*)?", re.IGNORECASE)
_MAIN = re.compile(r"(?:main|index|app|demo|pipeline|report|project|final.*|analysis)(?:[-_ ].*)?", re.IGNORECASE)


@framework("jupyter")
def jupyter(survey: Survey) -> Iterator[Program]:
    """One program for each notebook near the root."""
    usual = "voila" if "voila" in survey.requirements else "jupyter"
    shallow = sorted(survey.project.notebooks, key=lambda path: (path.count("/"), path))
    for path in shallow[:_MOST]:
        placed = place_script(survey, path)
        name = "panel" if _is_served(survey, path) else usual
        known = known_framework(name)
        stem = path.rpartition("/")[2].removesuffix(".ipynb")
        size = min(survey.project.size(path) // 100_000, 4)
        reasons = [Reason(points=size, text="long")]
        if name == "voila" and _SHOWN.fullmatch(stem):
            reasons.append(Reason(points=8, text="named like what is shown"))
        if _MAIN.fullmatch(stem):
            reasons.append(Reason(points=6, text="named like the main one"))
        if name == "panel":
            reasons.append(Reason(points=10, text="marks what Panel serves"))
        yield Program(
            kind=known.kind if known else "notebook",
            framework=name,
            entrypoint=placed.path,
            workdir=placed.workdir,
            file=path,
            port=known.default_port if known else None,
            health_path=known.health_path_of(_version(survey, known)) if known else None,
            because=(evidence(Place(path), "a Jupyter notebook"),),
            reasons=tuple(reasons),
        )


def _is_served(survey: Survey, path: str) -> bool:
    notebook = survey.project.notebook(path)
    return notebook is not None and ".servable(" in notebook.source


def _version(survey: Survey, known: Framework) -> str | None:
    required = (survey.requirements.get(name) for name in known.distributions)
    return next((each.version for each in required if each), None)
