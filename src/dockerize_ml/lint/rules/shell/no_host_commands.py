"""RUN uses a command that makes no sense in a container.

Why:
    While an image is built there are no services, mounts, terminals or other processes to look after.

Before:
    FROM debian:12-slim
    RUN service nginx start

After:
    FROM debian:12-slim
    CMD ["nginx", "-g", "daemon off;"]
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_COMMANDS = ("free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim")


@rule("DL3001", Level.INFO, on="RUN", words=_COMMANDS, onbuild=True)
def no_host_commands(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, *_COMMANDS):
        yield Hit(command.span, f"`{command.name}` makes no sense while an image is built. Leave it out.")
