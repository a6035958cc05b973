"""COPY takes from its own stage.

Why:
    A stage cannot be the source of its own files, and BuildKit refuses the file.

Before:
    FROM debian:12-slim AS build
    COPY --from=build /a /b

After:
    FROM debian:12-slim AS build
    RUN cp /a /b
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3023", Level.ERROR, on="COPY", words=("--from",))
def no_copy_from_self(instruction: Instruction, context: Context) -> Iterator[Hit]:
    stage = context.stage(instruction)
    source = instruction.flag("from")
    if stage is None or stage.name is None or source is None or source.lower() != stage.name.lower():
        return
    flag = next(flag for flag in instruction.flags if flag.name == "from")
    yield Hit(flag.span, f"`{source}` is this stage itself. Use `RUN cp`, or name another stage.")
