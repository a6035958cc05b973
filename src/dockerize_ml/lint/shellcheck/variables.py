"""The variables that are set when BuildKit runs an instruction, as far as the file says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.dockerfile.nodes import Instruction, Pair
    from dockerize_ml.lint.context import Context

# https://docs.docker.com/reference/dockerfile/#predefined-args
_PREDEFINED = ("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_SPLITS = re.compile(r"[\s*?\[]")


def known_variables(instruction: Instruction, context: Context) -> dict[str, bool]:
    """The variables by name, and whether their value, where it is known, falls apart if it is not quoted."""
    known = dict.fromkeys((*_PREDEFINED, *(name.lower() for name in _PREDEFINED)), False)
    stage = context.stage(instruction)
    if stage is None:
        return known
    for ancestor in reversed(list(context.ancestry(stage))):
        for pair in _pairs(ancestor.instructions, instruction.extent.start):
            if _NAME.fullmatch(pair.key.value):
                known[pair.key.value] = _falls_apart(pair)
    return known


def _pairs(instructions: Iterable[Instruction], before: int) -> Iterator[Pair]:
    for instruction in instructions:
        if instruction.extent.start >= before:
            return
        each = instruction.trigger or instruction
        if each.keyword in ("ENV", "ARG"):
            yield from each.pairs


def _falls_apart(pair: Pair) -> bool:
    value = "" if pair.value is None else pair.value.value
    return "$" not in value and bool(_SPLITS.search(value))
