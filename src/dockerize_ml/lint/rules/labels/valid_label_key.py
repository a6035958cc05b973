"""A label has a name that Docker's rules forbid.

Why:
    Names of labels are lower case, begin with a letter, and have no two dots or hyphens in a row. Tools that group
    labels by their prefix trip over others.

Before:
    FROM debian:12-slim
    LABEL Version=1.0

After:
    FROM debian:12-slim
    LABEL version=1.0
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_KEY = re.compile(r"[a-z](?:[a-z0-9._/-]*[a-z0-9])?")
_DOUBLED = re.compile(r"\.\.|--")
_RESERVED = ("com.docker.", "io.docker.", "org.dockerproject.")


@rule("DL3048", Level.STYLE, on="LABEL")
def valid_label_key(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    for pair in instruction.pairs:
        key = pair.key.value
        if key.startswith(_RESERVED):
            yield Hit(pair.key.span, f"Docker keeps labels that begin like `{key}` for itself. Use a prefix of yours.")
        elif not _KEY.fullmatch(key) or _DOUBLED.search(key):
            yield Hit(
                pair.key.span, f"`{key}` is no good name for a label. Use `a-z`, `0-9`, and single `.`, `-`, `_`."
            )
