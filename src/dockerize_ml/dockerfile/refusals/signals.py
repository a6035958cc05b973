"""STOPSIGNAL: numbers and names of Linux signals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Problem
from dockerize_ml.dockerfile.refusals.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

NAMES = frozenset({
    "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL",
    "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1",
    "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX",
    *(f"RTMIN+{number}" for number in range(1, 16)),
    *(f"RTMAX-{number}" for number in range(1, 15)),
})  # fmt: skip

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")


def refused_signal(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say that a word names no signal."""
    for word in instruction.words:
        value = context.settled(word.text)
        if value is None or _is_signal(value):
            continue
        name = value.upper().removeprefix("SIG")
        hint = f"Did you mean `SIG{meant}`?" if (meant := nearest(name, sorted(NAMES))) else "Write `SIGTERM` or `15`."
        yield Problem(f"`{value}` is no signal", hint, word.span)


def _is_signal(text: str) -> bool:
    if _NUMBER.fullmatch(text):
        return int(text) != 0
    return text.upper().removeprefix("SIG") in NAMES
