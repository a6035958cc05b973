"""Files are removed that an earlier layer keeps.

Why:
    Every RUN makes a layer, and layers only grow: the file is hidden, and shipped all the same. Measured: an image
    with 200 MB in one layer is not a byte smaller after `rm` in the next.

Before:
    FROM debian:12
    RUN curl -fsSLo /tmp/a.bin https://example.com/a && install /tmp/a.bin /usr/local/bin/a
    RUN rm -rf /tmp/a.bin

After:
    FROM debian:12
    RUN curl -fsSLo /tmp/a.bin https://example.com/a && install /tmp/a.bin /usr/local/bin/a && rm -rf /tmp/a.bin
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span, Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

# What is there to save space, and not to change how the image behaves.
_BULK = re.compile(
    r"/var/lib/apt(?:/lists)?(?:/\*)?|/var/cache/.*|/tmp(?:/.*)?|/var/tmp(?:/.*)?|.*/\.cache(?:/\*?|/(?:pip|uv|conda|huggingface|yarn)(?:/.*)?)?|.*/pkgs(?:/\*)?|"
    r".*\.(?:tar|tgz|zip|whl|deb|rpm|run|bz2|gz|xz|7z|iso)(?:\.\w+)?|.*(?:node_modules|__pycache__|\.git)/?"
)
_CLEANING = {
    "apt-get": ("clean", "autoclean"),
    "apt": ("clean", "autoclean"),
    "yum": ("clean",),
    "dnf": ("clean",),
    "conda": ("clean",),
    "mamba": ("clean",),
    "micromamba": ("clean",),
    "pip": ("cache",),
    "npm": ("cache",),
}
_SQUASHED = ("RUN", "COPY", "ADD")


@rule("ML504", Level.INFO, on="stage", words=("rm ", "clean", "purge"))
def delete_in_later_layer(stage: Stage, context: Context) -> Iterator[Hit]:
    if stage.index not in context.shipped:
        return
    filled = stage.parent is not None
    before: Instruction | None = None
    for instruction in stage.instructions:
        if filled and instruction.keyword == "RUN" and not instruction.flags:
            command = _only_cleans(instruction, context)
            if command is not None:
                message = "This hides files that an earlier layer keeps. Remove them in the RUN that made them."
                yield Hit(command.span, message, _fix(before, instruction, context) if before else None)
        before = instruction
        filled = filled or instruction.keyword in _SQUASHED


def _fix(before: Instruction, instruction: Instruction, context: Context) -> Fix | None:
    """Put it behind the RUN just before, where that is one chain of commands."""
    if before.keyword != "RUN" or any(each.exec or each.heredocs or each.flags for each in (before, instruction)):
        return None
    commands = context.commands(before)
    if not commands or any(each.inside or each.after not in {"&&", None} or each.piped_to for each in commands):
        return None
    end = before.extent.end
    edits = (Edit(Span(end, end), f" && {instruction.body.text}"), Edit(instruction.span, ""))
    return Fix("Put it behind the RUN before", safe=False, edits=edits)


def _only_cleans(instruction: Instruction, context: Context) -> Command | None:
    """The first command, where all do nothing but save space."""
    commands = context.commands(instruction)
    return commands[0] if commands and all(_cleans(command) for command in commands) else None


def _cleans(command: Command) -> bool:
    if command.name == "rm":
        targets = command.arguments
        return bool(targets) and all(_BULK.fullmatch(word.value) for word in targets)
    return command.name in _CLEANING and command.has_argument(*_CLEANING[command.name])
