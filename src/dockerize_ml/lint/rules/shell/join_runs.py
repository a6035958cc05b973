"""Several RUN instructions stand in a row.

Why:
    Each makes a layer, and what one deletes stays in the layer of the other.

Before:
    FROM debian:12-slim
    RUN touch /a
    RUN touch /b

After:
    FROM debian:12-slim
    RUN touch /a && touch /b
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3059", Level.INFO, on="stage")
def join_runs(stage: Stage, context: Context) -> Iterator[Hit]:
    before: Instruction | None = None
    for instruction in stage.instructions:
        if before is not None and instruction.keyword == "RUN" and _belong_together(before, instruction, context):
            yield Hit(instruction.extent, "This RUN follows another. Join them with `&&`.")
        before = instruction if instruction.keyword == "RUN" else None


def _belong_together(first: Instruction, second: Instruction, context: Context) -> bool:
    """Whether both run one command, with the same flags."""
    if [(flag.name, flag.value) for flag in first.flags] != [(flag.name, flag.value) for flag in second.flags]:
        return False
    return all(len(context.script(instruction).simple_commands) <= 1 for instruction in (first, second))
