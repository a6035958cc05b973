"""ENV or LABEL is written without the equals sign.

Why:
    The old form takes one name only: `ENV a b c=d` sets `a` to `b c=d`.

Before:
    FROM debian:12-slim
    ENV LANG C.UTF-8

After:
    FROM debian:12-slim
    ENV LANG=C.UTF-8
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Pair
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_BARE = re.compile(r"[^\s'\"\\`]+")
_UNQUOTED = re.compile(r"[^'\"\\`\r\n]+")
_QUOTED = re.compile(r"""'[^'\r\n]*'|"[^"\\`\r\n]*\"""")


@rule("BK013", Level.WARNING, on=("ENV", "LABEL"), aliases=("LegacyKeyValueFormat",))
def no_legacy_pairs(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for pair in instruction.pairs:
        if pair.legacy:
            message = f"`{instruction.keyword}` has no `=`. Write `{instruction.keyword} {pair.key.text}=…`."
            yield Hit(instruction.extent, message, _fix(pair, context))


def _fix(pair: Pair, context: Context) -> Fix | None:
    """The pair with ``=``, where it is plain how the value has to be quoted."""
    value = context.file.text[pair.value.span.start : pair.value.span.end] if pair.value else ""
    if _UNQUOTED.fullmatch(value) and not _BARE.fullmatch(value):
        value = f'"{value}"'
    elif not _BARE.fullmatch(value) and not _QUOTED.fullmatch(value):
        return None
    return Fix("Write `=`", safe=True, edits=(Edit(pair.span, f"{pair.key.text}={value}"),))
