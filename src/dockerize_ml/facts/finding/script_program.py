"""A file that Python starts, of no framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_script
from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey


def script_program(survey: Survey, path: str, shows: str, reason: Reason) -> Program:
    """The program that the whole file is.

    Args:
        survey: what was found in the project.
        path: the file.
        shows: what shows that it is meant to be run.
        reason: how much that counts.
    """
    placed = place_script(survey, path)
    return Program(
        kind="job",
        framework="script",
        entrypoint=placed.path,
        workdir=placed.workdir,
        file=path,
        import_roots=placed.roots,
        because=(evidence(Place(path), shows),),
        reasons=(reason,),
    )
