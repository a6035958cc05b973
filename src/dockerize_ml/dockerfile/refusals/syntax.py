"""What BuildKit's parser refuses, inside ONBUILD as well: unknown instructions, pairs, arrays of other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.instructions import KEYWORDS
from dockerize_ml.dockerfile.json_form import is_other_array
from dockerize_ml.dockerfile.nodes import Problem
from dockerize_ml.dockerfile.refusals.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Instruction, Joined
    from dockerize_ml.dockerfile.refusals.context import Context

_WITH_ARRAYS = frozenset({"ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME"})


def refused_syntax(instruction: Instruction, _context: Context) -> Iterator[Problem]:
    """Say what the parser stumbles over."""
    if instruction.keyword not in KEYWORDS:
        yield _unknown(instruction)
        return
    inner = instruction.trigger or instruction
    yield from _pairs(inner)
    yield from _arrays(inner)


def _unknown(instruction: Instruction) -> Problem:
    meant = nearest(instruction.written, KEYWORDS)
    hint = f"Did you mean `{meant}`?" if meant else "An instruction such as RUN, COPY or ENV begins each line."
    if instruction.written.startswith("#") or not instruction.written:
        hint = "A continuation runs into nothing: remove the escape character above."
    return Problem(f"unknown instruction `{instruction.written}`", hint, instruction.keyword_span)


def _pairs(instruction: Instruction) -> Iterator[Problem]:
    if instruction.keyword not in ("ENV", "LABEL"):
        return
    bare = [pair for pair in instruction.pairs if pair.value is None]
    for pair in bare:
        name = pair.key.text
        message = f"`{name}` has no value" if len(instruction.pairs) == 1 else f"`{name}` has no `=`"
        hint = 'Write `name=value`; a value with blanks needs quotes: `name="two words"`.'
        yield Problem(message, hint, pair.span)


def _arrays(instruction: Instruction) -> Iterator[Problem]:
    body = _array_body(instruction)
    if body is not None and instruction.exec is None and is_other_array(body.text):
        hint = 'Put each argument in double quotes: `["sleep", "1"]`.'
        yield Problem("the JSON form takes strings only", hint, body.span(0, len(body.text)))


def _array_body(instruction: Instruction) -> Joined | None:
    if instruction.keyword in _WITH_ARRAYS:
        return instruction.body
    return instruction.shell_text if instruction.keyword == "HEALTHCHECK" else None
