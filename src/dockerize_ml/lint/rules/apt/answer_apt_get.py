"""apt-get asks before it installs, and nobody is there to answer.

Why:
    A build has no terminal: `apt-get install` without `-y` gives up at its question, at the latest when a package needs
    another one.

Before:
    FROM debian:12-slim
    RUN apt-get update && apt-get install --no-install-recommends git=1:2.39.* && rm -rf /var/lib/apt/lists/*

After:
    FROM debian:12-slim
    RUN apt-get update && apt-get install -y --no-install-recommends git=1:2.39.* && rm -rf /var/lib/apt/lists/*

Differs:
    `-o APT::Get::Assume-Yes=true` and `yes | apt-get install` answer too, for which hadolint does not look, and so
    do three `-q` as well as two. `echo y | apt-get install` is an answer.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import calls, is_answered, with_flag
from dockerize_ml.lint.rules.apt._apt_get import APT_GET

_SETTING = "apt::get::assume-yes="
_TRUE = frozenset({"true", "yes", "1", "on", "with", "enable"})


@rule("DL3014", Level.WARNING, on="RUN", words=("apt-get",), onbuild=True)
def answer_apt_get(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for call in calls(instruction, context, APT_GET, "install"):
        command = call.command
        if _says_yes(command) or is_answered(command, instruction, context):
            continue
        message = "apt-get asks for a confirmation that nobody can give. Add `-y`."
        yield Hit(command.span, message, with_flag(instruction, call.verb, "-y", safe=True))


def _says_yes(command: Command) -> bool:
    if command.has_flag("y", "yes", "assume-yes") or _quietness(command) >= 2:
        return True
    values = (word.value.lower().rpartition(_SETTING) for word in command.args)
    return any(name and value.strip("\"'") in _TRUE for _, name, value in values)


def _quietness(command: Command) -> int:
    """How quiet it shall be; from 2 on apt-get asks nothing."""
    quiet = [option.value for option in command.options if option.name in {"q", "quiet"}]
    return sum(int(value) if value and value.isdigit() else 1 for value in quiet)
