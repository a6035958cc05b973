"""Whether a failing command ends a RUN, and for which commands that matters."""

import re

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context

_MATTERS = re.compile(
    r"pip[0-9.]*|python[0-9.]*|conda|mamba|micromamba|uv|poetry|pipenv|pdm|apt-get|apt|apk|yum|dnf|microdnf|zypper|npm|"
    r"yarn|pnpm|cargo|go|gem|wget|curl|git|tar|unzip|make|cmake|ninja|gcc|g\+\+"
)
# They only tell, or may well fail.
_ASKS = frozenset({"--version", "-V", "--help", "config", "list", "info", "env"})


def matters(command: Command) -> bool:
    """Whether the image lacks something when the command fails."""
    return _MATTERS.fullmatch(command.name) is not None and not command.has_argument(*_ASKS)


def stops_at_errors(command: Command, instruction: Instruction, context: Context) -> bool:
    """Whether the shell ends at the first failure: by ``set -e`` before the command, or by its own flags."""
    shell = context.state(instruction).shell
    if any(_has_e(word) for word in shell[1:]) or "errexit" in shell:
        return True
    sets = context.commands(instruction, "set")
    return any(
        each.span.start < command.span.start and (each.has_flag("e") or each.has_argument("errexit")) for each in sets
    )


def _has_e(word: str) -> bool:
    return word.startswith("-") and not word.startswith("--") and "e" in word
