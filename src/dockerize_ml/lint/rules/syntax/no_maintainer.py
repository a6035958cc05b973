"""MAINTAINER is given up.

Why:
    A label says the same and can be read with `docker inspect`.

Before:
    FROM debian:12-slim
    MAINTAINER me@example.org

After:
    FROM debian:12-slim
    LABEL org.opencontainers.image.authors="me@example.org"
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_LABEL = "org.opencontainers.image.authors"


@rule("DL4000", Level.ERROR, on="MAINTAINER", aliases=("MaintainerDeprecated",))
def no_maintainer(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    yield Hit(instruction.extent, f"`MAINTAINER` is given up. Use `LABEL {_LABEL}=…`.", _fix(instruction))


def _fix(instruction: Instruction) -> Fix:
    name = instruction.body.text.strip().strip("\"'")
    quoted = name.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
    return Fix("Use a label", safe=True, edits=(Edit(instruction.extent, f'LABEL {_LABEL}="{quoted}"'),))
