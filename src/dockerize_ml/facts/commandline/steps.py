"""What a project runs one after another to come to its result: the stages of DVC, the lines of a shell script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import Given
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.words.behind import behind, is_python
from dockerize_ml.facts.words.unfilled import has_unfilled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.facts.words.word import Command

_LISTS = ("dvc.yaml", ".sh")
# What installs or tells, and what the image has set already.
_PASSED_OVER = frozenset({"pip", "pip3", "conda", "source", "clear", "date", "set"})
_SET_ANYWAY = frozenset({"PYTHONPATH", "PYTHONUNBUFFERED", "CUDA_VISIBLE_DEVICES"})


def given_by_steps(survey: Survey) -> Given | None:
    """The words of the program's last line, with what stands before it.

    None where some of it is more than a script of the project's with its words, or is run in another folder.
    """
    program = survey.program
    if program is None:
        return None
    for steps in _lists(survey):
        own = [position for position, step in enumerate(steps) if _file(step) == program.file]
        run = steps[: own[-1] + 1] if own else []
        if not run or not all(_is_plain(survey, program, each) for each in run):
            continue
        *before, last = run
        words, first = behind(last.argv), tuple(dict.fromkeys(("python", *each.argv[1:]) for each in before))
        if words or first:
            return Given(words=words, before=first, evidence=survey.quote(last.at))
    return None


def _lists(survey: Survey) -> Iterator[list[Command]]:
    found: dict[str, list[Command]] = {}
    for command in survey.spoken.commands:
        if command.at.path.endswith(_LISTS) and not _is_passed_over(command):
            found.setdefault(command.at.path, []).append(command)
    yield from found.values()


def _is_passed_over(command: Command) -> bool:
    return command.argv[0] in _PASSED_OVER or command.argv[1:3] == ("-m", "pip")


def _is_plain(survey: Survey, program: Program, command: Command) -> bool:
    """Whether Python runs a script of the project, in the folder that the program is started in."""
    file = _file(command)
    if command.workdir != program.workdir or not survey.project.exists(file) or why_aside(file) == "a test":
        return False
    return not has_unfilled(command.argv) and not {name for name, _ in command.variables} - _SET_ANYWAY


def _file(command: Command) -> str:
    """The file that Python is to run, from the project's root; empty for every other command."""
    match command.argv:
        case (python, file, *_) if is_python(python) and file.endswith(".py"):
            plain = file.removeprefix("./")
            return plain if command.workdir == "." else f"{command.workdir}/{plain}"
    return ""
