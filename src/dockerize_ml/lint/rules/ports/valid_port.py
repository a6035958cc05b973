"""EXPOSE names a port that does not exist.

Why:
    Ports end at 65535.

Before:
    FROM debian:12-slim
    EXPOSE 80000

After:
    FROM debian:12-slim
    EXPOSE 8000
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_HIGHEST = 65535
_NUMBER = re.compile(r"[0-9]+")


@rule("DL3011", Level.ERROR, on="EXPOSE")
def valid_port(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    for word in instruction.words:
        ports, _, _protocol = word.value.partition("/")
        numbers = [part for part in re.split("[-:]", ports) if _NUMBER.fullmatch(part)]
        if any(int(number[:9]) > _HIGHEST for number in numbers):
            yield Hit(word.span, f"`{word.value}` is above {_HIGHEST}, the last port there is.")
