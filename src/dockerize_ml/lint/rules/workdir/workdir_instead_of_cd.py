"""RUN changes the folder with `cd`.

Why:
    The next RUN begins where WORKDIR says, not where `cd` went. WORKDIR is plain to see and holds for all that follows.

Before:
    FROM debian:12-slim
    RUN cd /srv && make

After:
    FROM debian:12-slim
    WORKDIR /srv
    RUN make

Differs:
    `cd` inside `sh -c "…"` is seen too.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3003", Level.WARNING, on="RUN", words=("cd",))
def workdir_instead_of_cd(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, "cd"):
        yield Hit(command.span, "`cd` holds for this RUN only. Use `WORKDIR`.")
