"""COPY and ADD: where from, with which mode, and checksums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.image import ImageReference, is_digest
from dockerize_ml.dockerfile.nodes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Flag, Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

_INDEX = re.compile(r"[+-]?[0-9]{1,9}")
_OCTAL = re.compile(r"0*[0-7]{1,4}")
_SYMBOLIC = re.compile(r"[ugoa]*(?:[-+=][rwxXstugo]*)+")
_GIT = re.compile(r"(?:git@|git://|ssh://).*|https?://.*\.git(?:[#?].*)?|(?:https?://)?github\.com/.*", re.DOTALL)
_VARIABLE = re.compile(r"\$.", re.DOTALL)


def refused_copy(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say what is wrong with the flags of a COPY or ADD."""
    for flag in instruction.flags:
        if not flag.value:
            continue
        match flag.name:
            case "from" if instruction.keyword == "COPY":
                yield from _from(instruction, flag, flag.value, context)
            case "chmod":
                yield from _mode(flag, flag.value, context)
            case "checksum" if instruction.keyword == "ADD":
                yield from _checksum(instruction, flag, flag.value)


def refused_source(instruction: Instruction, flag: Flag, name: str, context: Context) -> Iterator[Problem]:
    """Say why nothing can be taken from the stage or image of that name."""
    stage = context.stage_named(name)
    if stage is None:
        if problem := ImageReference.parse(name).problem:
            yield Problem(problem, "Name a stage above or an image: `registry/name:tag`.", flag.span)
    elif stage.index == instruction.stage:
        yield Problem(f"stage `{name}` takes files from itself", "Name another stage.", flag.span)
    elif stage.index > instruction.stage:
        yield Problem(f"stage `{name}` comes further down", "Move it above this stage.", flag.span)


def _from(instruction: Instruction, flag: Flag, name: str, context: Context) -> Iterator[Problem]:
    if _VARIABLE.search(name):
        hint = "Give the image a stage of its own: `FROM $IMAGE AS source` takes variables."
        yield Problem("`--from` takes no variables", hint, flag.span)
    elif context.stage_named(name) is None and _INDEX.fullmatch(name):
        yield from _index(instruction, flag, int(name), context)
    else:
        yield from refused_source(instruction, flag, name, context)


def _index(instruction: Instruction, flag: Flag, index: int, context: Context) -> Iterator[Problem]:
    if 0 <= index < instruction.stage:
        return
    hint = "Stages count from 0, and only those above can be copied from; a name is safer."
    reason = "this very stage" if index == instruction.stage else "no stage above"
    reason = "no stage" if not 0 <= index < len(context.stages) else reason
    yield Problem(f"`--from={index}` is {reason}", hint, flag.span)


def _mode(flag: Flag, written: str, context: Context) -> Iterator[Problem]:
    mode = context.settled(written)
    if not mode:
        return
    if mode[0] in "0123456789":
        good = _OCTAL.fullmatch(mode) is not None
    else:
        good = all(_SYMBOLIC.fullmatch(part) for part in mode.split(","))
    if not good:
        yield Problem(f"`{mode}` is no file mode", "Write it like `755` or `u+x`.", flag.span)


def _checksum(instruction: Instruction, flag: Flag, checksum: str) -> Iterator[Problem]:
    sources = instruction.words[:-1]
    if len(sources) > 1:
        yield Problem("`--checksum` is for a single source", "Use one ADD for each.", flag.span)
    if len(sources) != 1 or "$" in sources[0].text + checksum or _GIT.fullmatch(sources[0].value):
        return
    if not sources[0].value.startswith(("http://", "https://")):
        yield Problem("`--checksum` is for downloads only", "Remove it for files of your own.", flag.span)
    elif not is_digest(checksum):
        yield Problem(f"`{checksum}` is no checksum", "Write `sha256:` and 64 hexadecimal digits.", flag.span)
