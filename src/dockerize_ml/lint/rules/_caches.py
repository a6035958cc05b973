"""Caches of package managers: what takes them out of the layer again."""

import re
from collections.abc import Callable, Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context

_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")


def is_left(command: Command, instruction: Instruction, context: Context, cleans: Callable[[Command], bool]) -> bool:
    """Whether no later command of the instruction takes away what ``command`` has left in a cache."""
    return not any(other.span.start > command.span.start and cleans(other) for other in context.commands(instruction))


def removes(command: Command, *folders: str) -> bool:
    """Whether it removes one of these folders, what is in them, or a folder above."""
    if command.name not in {"rm", "find"}:
        return False
    targets = [path.rstrip("/*") for word in command.arguments for path in _paths(word.value)]
    return any(folder == path or folder.startswith(f"{path}/") for folder in folders for path in targets if path)


def is_kept(instruction: Instruction, context: Context) -> bool:
    """Whether its layer ends up in an image; what ONBUILD holds ends up in those that are built from this one."""
    stage = context.stage(instruction)
    is_trigger = stage is not None and all(other is not instruction for other in stage.instructions)
    return is_trigger or context.is_kept(instruction)


def _paths(text: str) -> Iterator[str]:
    """The paths that ``/var/cache/{apt,yum}`` stands for."""
    match = _BRACES.search(text)
    if match is None:
        yield text
        return
    for choice in match[1].split(","):
        yield from _paths(text[: match.start()] + choice + text[match.end() :])
