"""What a project's own script runs around its migrations: it waits for the database, and fills it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.outside import TableMaker
from dockerize_ml.facts.words.behind import behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.facts.words.spoken import Mentioned

_SCRIPTS = (".sh", ".bash")


def run_around(survey: Survey, makers: Sequence[TableMaker]) -> tuple[TableMaker, ...]:
    """The migrations with what the shell script that runs them runs beside them, in its order.

    Such a script is there to be run before every start, so that what it does may be done again.

    Args:
        survey: of the project.
        makers: the commands that make its tables.
    """
    program = survey.program
    if program is None or len(makers) != 1 or not makers[0].is_harmless:
        return tuple(makers)
    migrates, length = makers[0], len(makers[0].words)
    at = next(
        (
            command.at
            for command in survey.spoken.commands
            if command.at.path.endswith(_SCRIPTS) and command.argv[:length] == migrates.words
        ),
        None,
    )
    if at is None:
        return tuple(makers)
    beside = [
        each
        for each in survey.spoken.mentioned
        if each.command.at.path == at.path and each.launch.tool == "python" and _is_aside(survey, each)
    ]
    line = at.line or 0
    return (
        *_made(survey, (each for each in beside if (each.command.at.line or 0) < line)),
        migrates,
        *_made(survey, (each for each in beside if (each.command.at.line or 0) > line)),
    )


def _is_aside(survey: Survey, mentioned: Mentioned) -> bool:
    """Whether it is another file than the program's, and nothing that goes on for ever."""
    program = survey.program
    served = {each.file for each in survey.programs if each.kind in {"web", "worker"}}
    return program is not None and mentioned.file.endswith(".py") and mentioned.file not in {program.file, *served}


def _made(survey: Survey, files: Iterator[Mentioned]) -> Iterator[TableMaker]:
    program = survey.program
    for each in files:
        placed = place_module(survey, each.file)
        if program is None or placed.workdir != program.workdir:
            continue
        # By its module's name, so that it finds the packages of the folder that it is started in.
        words = ("python", "-m", placed.module, *behind(each.command.argv))
        yield TableMaker(words=words, is_harmless=True, evidence=survey.quote(each.command.at))
