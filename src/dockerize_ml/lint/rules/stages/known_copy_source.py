"""COPY takes from a stage that does not exist.

Why:
    A misspelt stage becomes the name of an image, which Docker then tries to pull, without a tag.

Before:
    FROM debian:12-slim AS build
    FROM debian:12-slim
    COPY --from=biuld /srv /srv

After:
    FROM debian:12-slim AS build
    FROM debian:12-slim
    COPY --from=build /srv /srv

Differs:
    Names of stages are compared without regard to case, as Docker does; hadolint compares them exactly.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3022", Level.WARNING, on="COPY", words=("--from",))
def known_copy_source(instruction: Instruction, context: Context) -> Iterator[Hit]:
    source = instruction.flag("from")
    if not source or ":" in source or context.earlier_stage(source, instruction.stage + 1):
        return
    flag = next(flag for flag in instruction.flags if flag.name == "from")
    yield Hit(flag.span, f"No earlier stage is called `{source}`. If it is an image, name its tag.")
