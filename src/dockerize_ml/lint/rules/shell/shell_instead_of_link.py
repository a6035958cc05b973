"""RUN replaces `/bin/sh` by a link.

Why:
    SHELL says which shell later RUN instructions use, and leaves the programs that rely on `/bin/sh` alone.

Before:
    FROM debian:12-slim
    RUN ln -sf /bin/bash /bin/sh

After:
    FROM debian:12-slim
    SHELL ["/bin/bash", "-c"]
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_SHELL = "/bin/sh"


@rule("DL4005", Level.WARNING, on="RUN", words=(_SHELL,), onbuild=True)
def shell_instead_of_link(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, "ln"):
        if command.has_argument(_SHELL):
            yield Hit(command.span, f"This replaces `{_SHELL}` for every program. Use `SHELL`.")
