"""An instruction stands above the first FROM.

Why:
    Only ARG may stand there. BuildKit refuses the file.

Before:
    LABEL version=1
    FROM debian:12-slim

After:
    FROM debian:12-slim
    LABEL version=1
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3061", Level.ERROR, on="file")
def from_comes_first(context: Context) -> Iterator[Hit]:
    for instruction in context.file.instructions:
        if instruction.stage >= 0 or instruction.keyword == "FROM":
            return
        if instruction.keyword != "ARG":
            yield Hit(instruction.extent, f"`{instruction.keyword}` stands above the first `FROM`. Move it below.")
