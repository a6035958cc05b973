"""An archive is copied and then unpacked by a RUN.

Why:
    The archive stays in the layer of the COPY. ADD unpacks it on the way and leaves nothing behind.

Before:
    FROM debian:12-slim
    COPY packaged-app.tar /usr/src/
    RUN tar -xf /usr/src/packaged-app.tar

After:
    FROM debian:12-slim
    ADD packaged-app.tar /usr/src/

Differs:
    `tar xf` without a hyphen, `--file=x.tar` and the second of several archives are seen.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.copying._archives import ARCHIVES

_UNPACKERS = ("gunzip", "bunzip2", "unlzma", "unxz", "zgz", "uncompress", "zcat", "gzcat")
_TAR_FLAGS = ("x", "extract", "get")


@rule("DL3010", Level.INFO, on="stage")
def no_copy_of_archive_to_extract(stage: Stage, context: Context) -> Iterator[Hit]:
    copied: dict[str, Instruction] = {}
    for instruction in stage.instructions:
        if instruction.keyword == "COPY" and instruction.flag("from") is None:
            copied |= dict.fromkeys(_archives(instruction), instruction)
        if instruction.keyword != "RUN" or not copied:
            continue
        for name in _unpacked(instruction, context):
            if name in copied:
                message = f"`{name}` stays in this layer though it is unpacked later. Use `ADD`, which unpacks it."
                yield Hit(copied.pop(name).extent, message)


def _archives(instruction: Instruction) -> Iterator[str]:
    """The names under which archives arrive: the one they are given, else their own in a folder."""
    *sources, target = [word.value.strip("\"'") for word in instruction.words] or [""]
    if target.endswith(ARCHIVES):
        yield _base(target)
        return
    yield from (_base(source) for source in sources if source.endswith(ARCHIVES))


def _unpacked(instruction: Instruction, context: Context) -> Iterator[str]:
    """The names that the RUN's commands unpack."""
    for command in context.commands(instruction, "tar", *_UNPACKERS):
        if command.name == "tar" and not _extracts(command):
            continue
        yield from (_base(word.value.rpartition("=")[2]) for word in command.args)


def _extracts(command: Command) -> bool:
    """``tar -x``, and ``tar xf`` in the old way."""
    first = command.args[0].value if command.args else ""
    return command.has_flag(*_TAR_FLAGS) or (not first.startswith("-") and "x" in first and first.isalpha())


def _base(path: str) -> str:
    return re.split(r"[/\\]", path)[-1]
