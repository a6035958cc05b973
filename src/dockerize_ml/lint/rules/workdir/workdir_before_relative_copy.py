"""COPY has a relative destination and no WORKDIR was set.

Why:
    Where the files land depends on the WORKDIR of the base image, often `/`.

Before:
    FROM debian:12-slim
    COPY app.py app.py

After:
    FROM debian:12-slim
    WORKDIR /app
    COPY app.py app.py

Differs:
    Stages that start from the same image share nothing; hadolint lets the WORKDIR of one hold for the other.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_ABSOLUTE = re.compile(r"[/$\\]|[A-Za-z]:")


@rule("DL3045", Level.WARNING, on="COPY")
def workdir_before_relative_copy(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if len(instruction.words) < 2 or context.state(instruction).workdir is not None:
        return
    target = instruction.words[-1]
    path = target.value.strip("\"'")
    if path and not _ABSOLUTE.match(path):
        yield Hit(target.span, f"`{path}` is relative and no `WORKDIR` was set. Set one, or write the whole path.")
