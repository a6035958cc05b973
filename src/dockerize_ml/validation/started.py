"""What the image starts: the command of its last ENTRYPOINT and CMD, taken apart."""

import shlex
from dataclasses import dataclass

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.facts.words.launch import Launch, launched
from dockerize_ml.facts.words.shell import argv, commands
from dockerize_ml.facts.words.word import Command
from dockerize_ml.project.place import Place
from dockerize_ml.validation.registry import Subject
from dockerize_ml.validation.stage import StageView

_ALL_WORDS = '"$@"'
_SHELLS = frozenset({"sh", "bash", "ash", "dash"})


@dataclass(frozen=True)
class Started:
    """The container's program.

    Attributes:
        words: its command line, without what only wraps it.
        line: the line of the Dockerfile that says it.
        folder: absolute, in the image; None where the file does not tell.
        variables: what the image and the command line set.
        launch: what it starts, where that is known.
    """

    words: tuple[str, ...]
    line: int
    folder: str | None
    variables: dict[str, str]
    launch: Launch | None

    @property
    def tool(self) -> str:
        """The program's name without its folder; the module's for ``python -m``."""
        match self.words:
            case (python, "-m", module, *_) if python.rpartition("/")[2].startswith("python"):
                return module
            case (program, *_):
                return program.rpartition("/")[2]
        return ""

    @property
    def text(self) -> str:
        """The command as one line."""
        return shlex.join(self.words)


def started(subject: Subject, view: StageView) -> Started | None:
    """The program of a stage's image; None where the Dockerfile names none."""
    last = view.latest("CMD") or view.latest("ENTRYPOINT")
    if last is None:
        return None
    line = subject.dockerfile.position(last.instruction.extent.start).line
    found = [_command(command, view, line) for command in _lines(view, line)]
    # `migrate && gunicorn`: the last one stays.
    return next((one for one in reversed(found) if one.launch), found[-1] if found else None)


def _lines(view: StageView, line: int) -> list[Command]:
    steps = [step.instruction for step in (view.latest("ENTRYPOINT"), view.latest("CMD")) if step is not None]
    at = Place("Dockerfile", line)
    if all(step.exec is not None for step in steps):
        words = [word.value for step in steps for word in step.exec or ()]
        if len(words) > 2 and words[0].rpartition("/")[2] in _SHELLS and words[1].startswith("-") and "c" in words[1]:
            return list(commands(_handing_on(words[2], words[4:]), at, "Dockerfile", 0))
        whole = [Command(tuple(argv(words)), ".", at, "Dockerfile", 0)]
        if launched(whole[0]) is not None or len(steps) == 1:
            return whole
    # An ENTRYPOINT that is a script hands over to the command behind it.
    return list(commands(_text(steps[-1]), at, "Dockerfile", 0))


def _handing_on(line: str, words: list[str]) -> str:
    """A line for a shell, with the words that it is given in the place where it hands them on."""
    return line.replace(_ALL_WORDS, shlex.join(words)) if words else line


def _text(step: Instruction) -> str:
    return step.body.text if step.exec is None else shlex.join(word.value for word in step.exec)


def _command(command: Command, view: StageView, line: int) -> Started:
    variables = {**view.variables, **dict(command.variables)}
    told = {name: value for name, value in variables.items() if "$" not in value}
    folder = view.folder if command.workdir == "." or view.folder is None else f"{view.folder}/{command.workdir}"
    whole = Command(command.argv, command.workdir, command.at, "", 0, "", tuple(told.items()))
    return Started(command.argv, line, folder, variables, launched(whole))
