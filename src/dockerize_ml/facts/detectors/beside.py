"""What lies in the folder and is no part of the program, so that the build context can leave it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.outside import LeftBeside
from dockerize_ml.project.reading import read_text

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_IGNORE = ".dockerignore"
_LIMIT = 1_000_000
_ENVIRONMENT = ("a virtual environment", "a conda environment")


def left_beside(survey: Survey) -> LeftBeside:
    """The environments by their names, the program's own sources, and the .dockerignore that is there."""
    project = survey.project
    program = (survey.program.file,) if survey.program else ()
    return LeftBeside(
        environments=tuple(path for path in project.pruned if project.why_pruned(path).startswith(_ENVIRONMENT)),
        sources=tuple(dict.fromkeys((*program, *survey.program_files))),
        ignored=_ignored(survey),
    )


def _ignored(survey: Survey) -> str:
    path = survey.project.root / _IGNORE
    try:
        return read_text(path, shown=_IGNORE, limit=_LIMIT) if path.is_file() else ""
    except ProjectError as trouble:
        survey.project.note(_IGNORE, trouble.reason)
        return ""
