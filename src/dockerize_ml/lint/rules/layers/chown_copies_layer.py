"""Changing owner or mode stores all the files a second time.

Why:
    A layer holds whole files. `chown -R` on what COPY has brought writes every one of them anew, and the image grows
    by their size. Measured: 200 MB copied and then chowned make 400 MB. `COPY --chown` does both at once.

Before:
    FROM debian:12
    COPY . /app
    RUN chown -R 10001:10001 /app

After:
    FROM debian:12
    COPY --chown=10001:10001 . /app
"""

import re
from collections.abc import Iterator
from posixpath import join, normpath

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.nodes import Instruction, Span, Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_NUMBERS = re.compile(r"\d+(?::\d+)?")
_COPIES = frozenset({"COPY", "ADD"})
_FLAG = {"chown": "chown", "chgrp": "chown", "chmod": "chmod"}


@rule("ML505", Level.INFO, on="stage", words=("-R", "recursive"))
def chown_copies_layer(stage: Stage, context: Context) -> Iterator[Hit]:
    if stage.index not in context.shipped:
        return
    copied: list[str] = []
    before: Instruction | None = None
    for instruction in stage.instructions:
        if instruction.keyword in _COPIES:
            copied += filter(None, [_target(instruction, context)])
        elif instruction.keyword == "RUN" and copied:
            yield from _again(instruction, before, context, copied)
        before = instruction


def _again(instruction: Instruction, before: Instruction | None, context: Context, copied: list[str]) -> Iterator[Hit]:
    for command in context.commands(instruction, *_FLAG):
        if not command.has_flag("R", "recursive") or "find" in command.through:
            continue
        paths = [_absolute(word.value, instruction, context) for word in command.arguments[1:]]
        stored = next((path for path in paths if path and any(_holds(path, file) for file in copied)), None)
        if stored is not None:
            flag = _FLAG[command.name]
            message = f"This stores all of `{stored}` a second time. Say it where it is copied: `COPY --{flag}=…`."
            yield Hit(command.span, message, _fix(before, instruction, context) if before else None)
            return


def _fix(copy: Instruction, run: Instruction, context: Context) -> Fix | None:
    """Let the COPY just before give the files away, where the RUN does nothing else; by number, that always works."""
    commands = context.commands(run)
    command = commands[0]
    owner = command.arguments[0].value if command.arguments else ""
    if len(commands) != 1 or command.name != "chown" or not _NUMBERS.fullmatch(owner) or len(command.arguments) != 2:
        return None
    place = _absolute(command.arguments[1].value, run, context)
    if copy.keyword not in _COPIES or copy.flag("chown") or place is None or place != _target(copy, context):
        return None
    end = copy.keyword_span.end
    edits = (Edit(Span(end, end), f" --chown={owner}"), Edit(run.span, ""))
    return Fix("Give them away where they are copied", safe=False, edits=edits)


def _target(instruction: Instruction, context: Context) -> str | None:
    return _absolute(instruction.words[-1].value, instruction, context) if instruction.words else None


def _absolute(path: str, instruction: Instruction, context: Context) -> str | None:
    """Where a path leads, or None where variables decide that."""
    scope, escape = context.scope(instruction), context.file.escape
    folder = expand(context.state(instruction).workdir or "/", scope, escape)
    whole = join("/", folder, expand(path, scope, escape))
    return None if "$" in whole or "~" in whole else normpath(whole)


def _holds(folder: str, file: str) -> bool:
    """Whether the copied file, or folder, is the folder or lies in it."""
    return folder != "/" and (file == folder or file.startswith(f"{folder}/"))
