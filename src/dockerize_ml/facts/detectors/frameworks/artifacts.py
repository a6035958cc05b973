"""Folders that a tool takes as they are: MLflow models, Cog, Truss, MLServer, TorchServe, LangGraph, Rasa."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.knowledge.frameworks import framework as known_framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.project.project import Project

# The file that tells, and what its text must say where the name is not telling enough.
_TOLD_BY = {
    "cog": (re.compile(r"cog\.ya?ml"), re.compile(r"^predict\s*:\s*[\"']?(?P<entry>[^\"'\s]+)", re.MULTILINE)),
    "kedro": (re.compile(r"pyproject\.toml"), re.compile(r"^\[tool\.kedro\]", re.MULTILINE)),
    "langgraph": (re.compile(r"langgraph\.json"), None),
    "mlflow": (re.compile(r"MLmodel"), None),
    "mlserver": (re.compile(r"model-settings\.json"), None),
    "rasa": (re.compile(r"domain\.ya?ml"), re.compile(r"^(?:intents|responses|actions|slots)\s*:", re.MULTILINE)),
    "torchserve": (re.compile(r"[\w-]+\.mar"), None),
    "triton": (re.compile(r"config\.pbtxt"), None),
    "truss": (re.compile(r"config\.ya?ml"), re.compile(r"^model_(?:name|metadata|class_name)\s*:", re.MULTILINE)),
}
_DEEPEST = 3
_MADE_FOR = 6
# The command that a Kedro project declares finds neither configuration nor data where it is installed.
_ITS_ONLY_START = {"kedro": 30}


def told_by_file(survey: Survey, framework: str) -> Iterator[Program]:
    """One program for each folder that has the telling file."""
    name, pattern = _TOLD_BY[framework]
    known = known_framework(framework, "model") if framework == "mlflow" else known_framework(framework)
    for path in _telling(survey.project):
        if not name.fullmatch(path.rpartition("/")[2]):
            continue
        found = pattern.search(survey.text(path)) if pattern else None
        folder = path.rpartition("/")[0] or "."
        if (pattern and found is None) or not _is_complete(survey, framework, folder):
            continue
        entry = found.groupdict().get("entry") if found else None
        yield Program(
            kind=known.kind if known else "job",
            framework=framework,
            entrypoint=entry or path.rpartition("/")[2],
            workdir=folder,
            file=path,
            port=known.default_port if known else None,
            health_path=known.health_path if known else None,
            because=(evidence(Place(path), f"made for {framework}"),),
            reasons=(
                Reason(points=_ITS_ONLY_START.get(framework, _MADE_FOR), text=f"`{path}` is made for {framework}"),
            ),
        )


@lru_cache(maxsize=1)
def _telling(project: Project) -> tuple[str, ...]:
    """The files near the root that have a telling name."""
    any_name = re.compile("|".join(name.pattern for name, _ in _TOLD_BY.values()))
    return tuple(
        path for path in project.files if path.count("/") <= _DEEPEST and any_name.fullmatch(path.rpartition("/")[2])
    )


def _is_complete(survey: Survey, framework: str, folder: str) -> bool:
    """Whether what the framework needs beside the telling file is there: any ``config.yaml`` may name a model."""
    needed = {"truss": "model/model.py", "rasa": "config.yml"}.get(framework)
    return needed is None or survey.project.exists(needed if folder == "." else f"{folder}/{needed}")


for _name in _TOLD_BY:
    framework(_name)(partial(told_by_file, framework=_name))
