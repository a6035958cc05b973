"""What the image starts: the program behind ENTRYPOINT, CMD, shells and wrappers."""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.knowledge.servers import Server, lasting_words, server
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.rules._bases import outside

SHELLS = frozenset({"sh", "bash", "dash", "ash", "ksh", "zsh"})
INITS = frozenset({"tini", "dumb-init", "catatonit", "docker-init", "s6-svscan", "init"})
_PYTHON = re.compile(r"python[0-9.]*|pypy[0-9.]*")
_VALUED = frozenset({"-W", "-X", "--check-hash-based-pycs"})
_WORDS = re.compile(r"[a-z]+")
# Of the folders above only this one tells: a user's path may be called anything.
_FOLDERS = frozenset({".devcontainer"})
_FOR_DEVELOPMENT = re.compile(
    r"(?:^|[^a-z])(?:dev|devel|develop|development|debug|devcontainer|gitpod|test|tests)(?:$|[^a-z])"
)


# It has neither signals nor root.
_WINDOWS = re.compile(r"windows|nanoserver|servercore")


class Start(NamedTuple):
    """The program that stays.

    Attributes:
        at: the CMD or ENTRYPOINT that names it.
        command: how it is called.
        server: what is known of it, if it is a server by its name.
        arguments: the words behind the program's name, those of ``python -m`` taken off.
        script: the file or module that Python runs, where that is no known server.
        complete: whether nothing may be added when the container starts: there is a CMD.
        above: what ENTRYPOINT runs first, where CMD names the program.
    """

    at: Instruction
    command: Command
    server: Server | None
    arguments: tuple[ShellWord, ...]
    script: str
    complete: bool
    above: tuple[str, ...] = ()

    @property
    def is_process_one(self) -> bool:
        """Whether it is process 1 itself, with no shell, init or runner above it."""
        if self.above or any(through not in {*SHELLS, "exec"} for through in self.command.through):
            return False
        direct = self.at.exec is not None and not self.command.through
        return direct or self.command.through[-1:] == ("exec",)

    @property
    def has_own_entrypoint(self) -> bool:
        """Whether the file says what process 1 is, whatever the base image has for ENTRYPOINT."""
        return bool(self.above) or self.at.keyword == "ENTRYPOINT"

    @property
    def is_handed_over(self) -> bool:
        """Whether a script that we do not see starts it, and may do more before that."""
        return any(name not in INITS for name in self.above)

    @property
    def sounds_lasting(self) -> bool:
        """Whether the script's name tells of work that does not end."""
        name = self.script.rstrip("/").rpartition("/")[2].removesuffix(".py").lower()
        return not lasting_words().isdisjoint(_WORDS.findall(name))


@lru_cache(maxsize=1)
def start_of(context: Context) -> Start | None:
    """What the image of a plain build starts, as far as this file says; nothing where that is Windows."""
    if context.last is None or _WINDOWS.search(outside(context.last, context).written):
        return None
    entry, command = _latest(context.last, context)
    first = _staying(entry, context) if entry and entry.exec != () else None
    if entry is None or first is None:
        return _start(command, _staying(command, context)) if command else None
    if command is None or entry.exec is None:
        return _start(entry, first, complete=entry.exec is None)
    if first.name in SHELLS and first.has_flag("c"):
        return None
    if not (_PYTHON.fullmatch(first.name) or server(first.name)):
        # A script of its own hands over to what stands in CMD.
        return _start(command, _staying(command, context), above=(*first.through, first.name))
    behind = tuple(word for each in context.commands(command) if not each.through for word in each.words)
    return _start(entry, replace(first, words=first.words + behind) if command.exec else first)


@lru_cache(maxsize=1)
def process_one(context: Context) -> tuple[Instruction, Command] | None:
    """What ENTRYPOINT runs, or CMD where there is none: the script that starts the rest, if there is one."""
    entry, command = _latest(context.last, context) if context.last else (None, None)
    at = entry if entry is not None and entry.exec != () else command
    first = _staying(at, context) if at is not None else None
    return None if at is None or first is None else (at, first)


def server_of(command: Command) -> Server | None:
    """The server that a command starts, by its own name or by ``python -m``."""
    return _program(command)[0]


def serves(start: Start, context: Context) -> bool:
    """Whether it is a server: by its name, or a Python program in an image that exposes a port."""
    return start.server is not None or (bool(start.script) and exposes(context))


@lru_cache(maxsize=1)
def exposes(context: Context) -> bool:
    """Whether the image names a port."""
    stages = context.ancestry(context.last) if context.last else ()
    return any(instruction.keyword == "EXPOSE" for stage in stages for instruction in stage.instructions)


def is_for_development(context: Context) -> bool:
    """Whether the file's or the stage's name says that nobody serves others with it."""
    path = PurePath(context.name)
    names = (path.name, path.parent.name.lstrip(".") if path.parent.name in _FOLDERS else "", _stage_name(context))
    return any(_FOR_DEVELOPMENT.search(name.lower()) for name in names)


def _stage_name(context: Context) -> str:
    return (context.last.name if context.last else None) or ""


def _latest(stage: Stage, context: Context) -> tuple[Instruction | None, Instruction | None]:
    """The last ENTRYPOINT and CMD; an ENTRYPOINT takes away the CMD of the stages below."""
    entry: Instruction | None = None
    command: Instruction | None = None
    for each in context.ancestry(stage):
        if entry is None:
            entry = _last(each, "ENTRYPOINT")
            command = command or _last(each, "CMD")
    return entry, command


def _last(stage: Stage, keyword: str) -> Instruction | None:
    return next((each for each in reversed(stage.instructions) if each.keyword == keyword), None)


def _staying(instruction: Instruction, context: Context) -> Command | None:
    commands = [each for each in context.commands(instruction) if each.words and "substitution" not in each.inside]
    return commands[-1] if commands else None


def _start(
    at: Instruction, command: Command | None, *, complete: bool = True, above: tuple[str, ...] = ()
) -> Start | None:
    if command is None:
        return None
    known, rest, script = _program(command)
    return Start(at, command, known, rest, script, complete, above)


def _program(command: Command) -> tuple[Server | None, tuple[ShellWord, ...], str]:
    """The server, its arguments, and the script or module that Python runs where it is no server that we know."""
    python = _PYTHON.fullmatch(command.name) is not None
    target, rest = _run_by_python(command) if python else (command.name, command.args)
    known = server(target) or (server(target.rpartition("/")[2]) if python else None)
    if known and known.verbs and not any(word.value in known.verbs for word in rest):
        known = None
    return known, rest, target if python and known is None else ""


def _run_by_python(command: Command) -> tuple[str, tuple[ShellWord, ...]]:
    """The script or module that Python runs, empty for ``-c`` and the like, and the words behind it."""
    words = iter(enumerate(command.words[1:], start=1))
    for at, word in words:
        text = word.value
        if text == "-m" and at + 1 < len(command.words):
            return command.words[at + 1].value, command.words[at + 2 :]
        if text in _VALUED:
            next(words, None)
        elif not text.startswith("-"):
            return text, command.words[at + 1 :]
        elif "c" in text and not text.startswith("--"):
            return "", ()
    return "", ()
