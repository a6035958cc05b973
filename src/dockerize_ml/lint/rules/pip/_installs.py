"""What all rules about pip agree to call an installation by pip."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context

_PIP = re.compile(r"pip[0-9.]*")
_PYTHON = re.compile(r"python[0-9.]*|py")


def pip_installs(instruction: Instruction, context: Context) -> Iterator[Command]:
    """The commands ``pip install …`` and ``python -m pip install …`` of an instruction."""
    for command in context.commands(instruction):
        if any(word.value == "install" for word in command.args) and _is_pip(command):
            yield command


def _is_pip(command: Command) -> bool:
    if _PIP.fullmatch(command.name):
        return True
    if not _PYTHON.fullmatch(command.name):
        return False
    values = [word.value for word in command.words]
    return any(pair == ("-m", "pip") for pair in pairwise(values))
