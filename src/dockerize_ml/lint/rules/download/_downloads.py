"""What wget and curl fetch."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context

_URL = re.compile(r"(?:https?|ftp)://(?P<host>[^/:\s]+)(?P<path>[^?#\s]*)")
_HERE = re.compile(r"localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal")


class Download(NamedTuple):
    """One address that a command fetches."""

    command: Command
    word: ShellWord
    host: str
    path: str


def downloads(instruction: Instruction, context: Context) -> Iterator[Download]:
    """What the instruction fetches from elsewhere with wget, curl or aria2c."""
    for command in context.commands(instruction, "wget", "curl", "aria2c"):
        for word in command.args:
            found = _URL.match(word.value)
            if found and not _HERE.fullmatch(found["host"]):
                yield Download(command, word, found["host"], found["path"])


def address(text: str) -> tuple[str, str] | None:
    """Host and path of an address elsewhere."""
    found = _URL.match(text)
    return (found["host"], found["path"]) if found and not _HERE.fullmatch(found["host"]) else None
