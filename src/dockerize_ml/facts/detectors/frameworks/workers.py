"""Workers that are a script of their own, or that a framework's command imports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.finding.scripts import import_names, script_program, started_scripts
from dockerize_ml.facts.program import Program
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_STARTED_BY = {
    "apscheduler": {"start"},
    "prefect": {"serve", "deploy"},
    "rq": {"work"},
    "runpod": {"start"},
}
# The objects that ``celery -A module:object``, ``huey_consumer module.object`` and their like take.
_IMPORTED = ("celery", "huey", "taskiq", "faust-streaming", "dagster")

for _name, _verbs in _STARTED_BY.items():
    framework(_name)(partial(started_scripts, framework=_name, verbs=_verbs))


def imported_workers(survey: Survey, framework: str) -> Iterator[Program]:
    """One program for each module that makes the worker's object."""
    for made in survey.made:
        if made.framework != framework or made.how not in {"made", "built"}:
            continue
        placed = place_module(survey, made.path)
        yield Program(
            kind="web" if framework == "dagster" else "worker",
            framework=framework,
            entrypoint=f"{placed.module}:{made.name}",
            workdir=placed.workdir,
            file=made.path,
            line=made.at.line,
            import_roots=placed.roots,
            port=3000 if framework == "dagster" else None,
            because=(survey.quote(made.at),),
        )


for _name in _IMPORTED:
    framework(_name)(partial(imported_workers, framework=_name))


@framework("dramatiq")
def dramatiq(survey: Survey) -> Iterator[Program]:
    """Files whose functions are actors."""
    for path in survey.source.importing(import_names("dramatiq")):
        text = survey.source.text(path)
        position = text.find("actor")
        if position >= 0:
            yield script_program(survey, "dramatiq", path, Place(path, text.count("\n", 0, position) + 1))


@framework("arq")
def arq(survey: Survey) -> Iterator[Program]:
    """Files with a ``WorkerSettings`` class."""
    for path in survey.source.program_files:
        text = survey.source.text(path)
        position = text.find("class WorkerSettings")
        if position >= 0:
            placed = place_module(survey, path)
            yield Program(
                kind="worker",
                framework="arq",
                entrypoint=f"{placed.module}:WorkerSettings",
                workdir=placed.workdir,
                file=path,
                import_roots=placed.roots,
                because=(survey.quote(Place(path, text.count("\n", 0, position) + 1)),),
            )
