"""ONBUILD holds an instruction that cannot wait.

Why:
    FROM, MAINTAINER and another ONBUILD are not allowed there, and BuildKit refuses the file.

Before:
    FROM debian:12-slim
    ONBUILD ONBUILD RUN true

After:
    FROM debian:12-slim
    ONBUILD RUN true
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_FORBIDDEN = frozenset({"FROM", "MAINTAINER", "ONBUILD"})


@rule("DL3043", Level.ERROR, on="ONBUILD")
def no_onbuild_in_onbuild(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    keyword = instruction.body.text.strip().partition(" ")[0].upper()
    if keyword in _FORBIDDEN:
        yield Hit(instruction.extent, f"`{keyword}` cannot wait for another build. Take it out of `ONBUILD`.")
