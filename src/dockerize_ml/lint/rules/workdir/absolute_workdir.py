"""WORKDIR is relative.

Why:
    Where it leads depends on the WORKDIR before it, which may be the base image's and change with it.

Before:
    FROM debian:12-slim
    WORKDIR app

After:
    FROM debian:12-slim
    WORKDIR /app
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_ABSOLUTE = re.compile(r"[/$]|[A-Za-z]:")


@rule("DL3000", Level.ERROR, on="WORKDIR", aliases=("WorkdirRelativePath",), presets=("recommended", "hadolint"))
def absolute_workdir(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    for word in instruction.words[:1]:
        path = word.value.strip("\"'")
        if path and not _ABSOLUTE.match(path):
            yield Hit(word.span, f"`{path}` is relative to whatever WORKDIR was before. Write the whole path.")
