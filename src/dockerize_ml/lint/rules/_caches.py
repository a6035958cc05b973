"""Caches of package managers: what takes them out of the layer again."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context

_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")


def left_behind(
    commands: Iterable[Command], instruction: Instruction, context: Context, cleans: Callable[[Command], bool]
) -> Iterator[Command]:
    """Those of the commands that no later one of the instruction cleans up behind."""
    cleaned = max((other.span.start for other in context.commands(instruction) if cleans(other)), default=-1)
    return (command for command in commands if command.span.start > cleaned)


def removes(command: Command, *folders: str) -> bool:
    """Whether it removes one of these folders, what is in them, or a folder above."""
    if command.name not in {"rm", "find"}:
        return False
    targets = [path.rstrip("/*") for word in command.arguments for path in _paths(word.value)]
    return any(folder == path or folder.startswith(f"{path}/") for folder in folders for path in targets if path)


def is_kept(instruction: Instruction, context: Context) -> bool:
    """Whether its layer ends up in an image; what ONBUILD holds ends up in those that are built from this one."""
    stage = context.stage(instruction)
    return context.is_kept(instruction) or (stage is not None and not _stands_in(stage, instruction))


def _stands_in(stage: Stage, instruction: Instruction) -> bool:
    """Whether it is an instruction of the stage by itself, not inside ONBUILD."""
    start = instruction.extent.start
    at = bisect_left(stage.instructions, start, key=lambda other: other.extent.start)
    return at < len(stage.instructions) and stage.instructions[at].extent.start == start


def _paths(text: str) -> Iterator[str]:
    """The paths that ``/var/cache/{apt,yum}`` stands for; of several braces only the first are resolved."""
    match = _BRACES.search(text)
    if match is None:
        yield text
        return
    for choice in match[1].split(","):
        yield text[: match.start()] + choice + text[match.end() :]
