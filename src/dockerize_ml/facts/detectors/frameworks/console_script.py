"""Console scripts that the manifest declares, and packages with a ``__main__.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.declared import declared
from dockerize_ml.facts.finding.script_program import script_program
from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_STARTS = frozenset({"start", "serve", "run", "main", "app", "server", "api", "web"})


@framework("console script")
def console_scripts(survey: Survey) -> Iterator[Program]:
    """Each script of the chosen manifest; the one named like the project, or like a start, goes first."""
    for command in declared(survey):
        reasons = [Reason(points=26, text=f"declared in {command.manifest}")]
        package = command.target.partition(":")[0].strip().partition(".")[0]
        if command.name in _STARTS or command.name.replace("-", "_") == package:
            reasons.append(Reason(points=4, text="named like the project's start"))
        if command.file == command.manifest:
            reasons.append(Reason(points=-12, text="what it starts is not in the project"))
        yield Program(
            kind="job",
            framework="script",
            entrypoint=command.name,
            workdir=command.folder,
            file=command.file,
            because=(evidence(Place(command.manifest), f"{command.name} = {command.target}"),),
            reasons=tuple(reasons),
        )


@framework("package main")
def package_main(survey: Survey) -> Iterator[Program]:
    """``__main__.py`` files: ``python -m package``."""
    for path in survey.source.program_files:
        if path.rpartition("/")[2] != "__main__.py" or path.count("/") > 3:
            continue
        shows = "`python -m` runs it"
        yield script_program(survey, path, shows, Reason(points=8, text=shows))
