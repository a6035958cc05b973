"""RUN uses sudo.

Why:
    RUN already has the rights of USER. sudo asks for a terminal, changes the environment and stays in the image.

Before:
    FROM debian:12-slim
    RUN sudo make install

After:
    FROM debian:12-slim
    RUN make install
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3004", Level.ERROR, on="RUN", words=("sudo",), onbuild=True)
def no_sudo(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, "sudo"):
        yield Hit(command.words[0].span, "Drop `sudo`. Where another user has to do it, set `USER` before and after.")
