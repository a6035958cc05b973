"""HEALTHCHECK: its command, its times and its retries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Flag, Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

_DURATION = re.compile(r"([-+]?)((?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|ms|s|m|h))+)")
_STEP = re.compile(r"([0-9]*\.?[0-9]*)(ns|us|ms|s|m|h)")
_NANOSECONDS = {"ns": 1, "us": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_SHORTEST = 10**6
_LONGEST = 2**63 - 1
_RETRIES = re.compile(r"[+-]?[0-9]+")
_TIMES = ("interval", "timeout", "start-period", "start-interval")


def refused_health(instruction: Instruction, _context: Context) -> Iterator[Problem]:
    """Say what is wrong with a HEALTHCHECK that has arguments."""
    if not instruction.words:
        return
    kind, *rest = instruction.words
    if kind.text.upper() == "NONE":
        if rest:
            yield Problem("`HEALTHCHECK NONE` takes no arguments", "Remove what follows.", rest[0].span)
        return
    if kind.text.upper() != "CMD":
        hint = "Write `HEALTHCHECK CMD` and the command, or `HEALTHCHECK NONE`."
        yield Problem(f"`HEALTHCHECK` does not know `{kind.text}`", hint, kind.span)
        return
    if not rest:
        yield Problem("`HEALTHCHECK CMD` has no command", "Add the command that checks.", kind.span)
    for flag in instruction.flags:
        yield from _refused_flag(flag)


def _refused_flag(flag: Flag) -> Iterator[Problem]:
    if not flag.value:
        return
    if flag.name in _TIMES and not _is_duration(flag.value):
        hint = "Write a number with a unit, of at least 1ms: `30s`, `1m30s`."
        yield Problem(f"`{flag.value}` cannot be `--{flag.name}`", hint, flag.span)
    if flag.name == "retries" and not (_RETRIES.fullmatch(flag.value) and 0 <= int(flag.value[:20]) < 2**31):
        yield Problem(f"`{flag.value}` cannot be `--retries`", "Write a whole number: `3`.", flag.span)


def _is_duration(text: str) -> bool:
    if text.lstrip("+-") == "0" and len(text) <= 2:
        return True
    match = _DURATION.fullmatch(text)
    if match is None:
        return False
    steps = _STEP.findall(match[2])
    # Nobody waits for 30 digits of hours; a longer number would only cost time.
    if any(len(number) > 30 for number, _ in steps):
        return False
    total = sum(int(float(number) * _NANOSECONDS[unit]) for number, unit in steps)
    return total == 0 or (match[1] != "-" and _SHORTEST <= total <= _LONGEST)
