"""The words that a README types behind a job that does nothing without any, where they name files of the project."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import Given
from dockerize_ml.facts.words.behind import behind

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_SAYS = "README"
# What only a shell, or somebody who reads it, can fill in.
_OPEN = re.compile(r"[$`<>{}\[\]*|\\]|\.\.\.|…")


def given_by_readme(survey: Survey) -> Given | None:
    """The first such line that somebody who has just got the project can type as it stands."""
    program = survey.program
    if program is None:
        return None
    for mentioned in survey.spoken.mentioned:
        command = mentioned.command
        if (command.says, mentioned.file, command.workdir) != (_SAYS, program.file, program.workdir):
            continue
        words = behind(command.argv)
        if not any(map(_OPEN.search, words)) and any(_is_there(survey, word, program.workdir) for word in words):
            return Given(words=words, evidence=survey.quote(command.at))
    return None


def _is_there(survey: Survey, word: str, workdir: str) -> bool:
    """Whether it names a file or a folder of the project, alone or as an option's value."""
    path = posixpath.normpath(posixpath.join(workdir, word.rpartition("=")[2]))
    return path != "." and (survey.project.exists(path) or path in survey.project.folders)
