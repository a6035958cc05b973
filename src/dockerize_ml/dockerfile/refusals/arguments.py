"""How many arguments an instruction takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.heredocs import read_marker
from dockerize_ml.dockerfile.nodes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Instruction
    from dockerize_ml.dockerfile.refusals.context import Context

_NEEDS = {
    "ARG": "a name: `ARG VERSION=1.0`",
    "ENV": "a pair: `ENV NAME=value`",
    "EXPOSE": "a port: `EXPOSE 8000`",
    "HEALTHCHECK": "a command: `HEALTHCHECK CMD …`, or `NONE`",
    "LABEL": "a pair: `LABEL name=value`",
    "MAINTAINER": "a name; LABEL is the newer way: `LABEL org.opencontainers.image.authors=…`",
    "ONBUILD": "an instruction: `ONBUILD COPY . .`",
    "SHELL": 'a program as JSON: `SHELL ["/bin/bash", "-c"]`',
    "STOPSIGNAL": "a signal: `STOPSIGNAL SIGTERM`",
    "USER": "a user: `USER app`",
    "VOLUME": "a folder: `VOLUME /data`",
    "WORKDIR": "a folder: `WORKDIR /app`",
}
_NOT_IN_ONBUILD = frozenset({"FROM", "MAINTAINER", "ONBUILD"})
_STAGE_NAME = re.compile(r"[a-z][a-z0-9_.-]*")


def refused_arguments(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say which arguments are missing, too many, or of no use."""
    keyword = instruction.keyword
    need = _NEEDS.get(keyword)
    if need is not None and not _has_arguments(instruction):
        yield Problem(f"`{keyword}` needs an argument", f"Give it {need}.", instruction.extent)
        return
    match keyword:
        case "FROM":
            yield from _from(instruction)
        case "ADD" | "COPY":
            yield from _copy(instruction)
        case "ENV" | "LABEL" | "ARG":
            yield from _blank_names(instruction)
        case "ONBUILD":
            yield from _onbuild(instruction)
        case "SHELL" if instruction.exec is None:
            yield Problem("`SHELL` takes the JSON form only", f"Give it {need}.", instruction.extent)
        case "VOLUME":
            yield from _volume(instruction, context)


def _has_arguments(instruction: Instruction) -> bool:
    return bool(instruction.words or instruction.pairs or instruction.trigger)


def _from(instruction: Instruction) -> Iterator[Problem]:
    words = instruction.words
    named = len(words) == 3 and words[1].text.upper() == "AS"
    if len(words) != 1 and not named:
        hint = "Write `FROM image` or `FROM image AS name`; a comment needs a line of its own."
        yield Problem("`FROM` takes an image, and at most a name for the stage", hint, instruction.extent)
    elif named and not _STAGE_NAME.fullmatch(words[2].text.lower()):
        hint = "Begin with a letter, go on with letters, digits, `-`, `_` and `.`."
        yield Problem(f"`{words[2].text}` cannot be the name of a stage", hint, words[2].span)


def _copy(instruction: Instruction) -> Iterator[Problem]:
    words = instruction.words
    keyword = instruction.keyword
    if len(words) < 2:
        message = f"`{keyword}` needs a source and a destination"
        yield Problem(message, f"Write both: `{keyword} requirements.txt ./`.", instruction.extent)
        return
    last = words[-1]
    if read_marker(last.text if instruction.exec is None else last.value, last.span):
        yield Problem("a heredoc cannot be the destination", "Name the file last.", last.span)


def _blank_names(instruction: Instruction) -> Iterator[Problem]:
    for pair in instruction.pairs:
        if pair.value is not None and not pair.key.text:
            hint = "Write `name=value` with no blank before the `=`."
            yield Problem(f"there is no name before the `=` in `{instruction.keyword}`", hint, pair.span)


def _onbuild(instruction: Instruction) -> Iterator[Problem]:
    trigger = instruction.trigger
    if trigger is not None and trigger.keyword in _NOT_IN_ONBUILD:
        message = f"`ONBUILD` cannot trigger `{trigger.keyword}`"
        yield Problem(
            message, "Any instruction but FROM, MAINTAINER and ONBUILD may stand there.", trigger.keyword_span
        )


def _volume(instruction: Instruction, context: Context) -> Iterator[Problem]:
    for word in instruction.words:
        if context.settled(word.value if instruction.exec is not None else word.text) == "" or not word.value.strip():
            yield Problem("`VOLUME` got an empty name", f"Give it {_NEEDS['VOLUME']}.", word.span)
