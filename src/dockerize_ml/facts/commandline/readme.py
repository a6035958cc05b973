"""The words that a README types behind a job that does nothing without any, where they mean files of the project."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.verbs import verbs
from dockerize_ml.facts.detectors.files_opened import is_there
from dockerize_ml.facts.outside import Given
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.facts.words.behind import behind
from dockerize_ml.facts.words.readers.readme import code_in, is_readme
from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.facts.words.unfilled import has_unfilled
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

_SAYS = "README"


def given_by_readme(survey: Survey) -> Given | None:
    """The first such line that somebody who has just got the project can type as it stands."""
    program = survey.program
    if program is None:
        return None
    for words, place in (*_behind_its_file(survey, program), *_behind_its_name(survey, program)):
        is_whole = bool(words) and not has_unfilled(words)
        if is_whole and (_name_files(survey, words, program.workdir) or _take_files(survey, program, words)):
            return Given(words=words, evidence=survey.quote(place))
    return None


def _behind_its_file(survey: Survey, program: Program) -> Iterator[tuple[tuple[str, ...], Place]]:
    """``python make.py data``, and what Python runs by a module's name."""
    for mentioned in survey.spoken.mentioned:
        command = mentioned.command
        if (command.says, mentioned.file, command.workdir) == (_SAYS, program.file, program.workdir):
            yield behind(command.argv), command.at


def _behind_its_name(survey: Survey, program: Program) -> Iterator[tuple[tuple[str, ...], Place]]:
    """``stats data``, where that is a command that the project installs."""
    name = program.entrypoint
    if "/" in name or "." in name or program.workdir != ".":
        return
    for path in filter(is_readme, survey.project.files):
        for code in code_in(lines_of(survey.project, path)):
            text = code.text.strip().lstrip("$>% ").strip()
            for command in commands(text, Place(path, code.line), _SAYS, 0) if text.startswith(f"{name} ") else ():
                if command.argv[0] == name:
                    yield command.argv[1:], command.at


def _name_files(survey: Survey, words: tuple[str, ...], workdir: str) -> bool:
    """Whether one names a file or a folder of the project, alone or as an option's value."""
    return any(is_there(survey, posixpath.normpath(posixpath.join(workdir, word.rpartition("=")[2]))) for word in words)


def _take_files(survey: Survey, program: Program, words: tuple[str, ...]) -> bool:
    """Whether they are a verb of the program's that works on a file or folder of the project unless told another."""
    paths = Paths(survey.resolver, survey.folder)
    taken = (
        paths.file(option.default, option.scope, program.workdir)
        for verb in verbs(survey, program)
        if verb.words and words[: len(verb.words)] == verb.words
        for option in (*verb.earlier, *verb.options)
    )
    return any(path and is_there(survey, path) for path in taken)
