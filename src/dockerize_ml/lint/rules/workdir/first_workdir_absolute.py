"""The first WORKDIR is relative.

Why:
    It hangs on the WORKDIR of the base image, which may change with it.

Before:
    FROM debian:12-slim
    WORKDIR srv/app

After:
    FROM debian:12-slim
    WORKDIR /srv/app

Differs:
    BuildKit's view of DL3000 (`absolute-workdir`): variables are replaced first, and only the first WORKDIR of a stage
    and those it starts from is looked at. A path of Windows is absolute here whatever the platform. Only with the
    preset `buildkit`.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

# What is left of a variable after expansion may hold anything.
_MAYBE_ABSOLUTE = re.compile(r"[/$]|[A-Za-z]:")


@rule("BK010", Level.WARNING, on="WORKDIR", aliases=("WorkdirRelativePath",), presets=("buildkit",))
def first_workdir_absolute(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for word in instruction.words[:1]:
        path = expand(word.text, context.scope(instruction), context.file.escape)
        if _MAYBE_ABSOLUTE.match(path) or any(other.keyword == "WORKDIR" for other in context.up_to(instruction)):
            return
        span = on_first_line(instruction, word.span, context)
        yield Hit(span, f"`{path}` is relative to a WORKDIR that this file does not show. Write the whole path.")
