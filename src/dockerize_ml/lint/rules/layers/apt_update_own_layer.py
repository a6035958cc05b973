"""The package lists are fetched in one layer, and used in another.

Why:
    The layer with the lists stays in the build cache for weeks, while the archive moves on: the later installation
    asks for versions that are gone ("404 Not Found"), or installs old ones.

Before:
    FROM debian:12
    RUN apt-get update
    RUN apt-get install -y --no-install-recommends git

After:
    FROM debian:12
    RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span, Stage
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._managers import Call, calls
from dockerize_ml.lint.rules.apt._apt_get import APT

_LISTS = "/var/lib/apt"


@rule("ML503", Level.WARNING, on="stage", words=("apt",))
def apt_update_own_layer(stage: Stage, context: Context) -> Iterator[Hit]:
    update: tuple[Instruction, Command] | None = None
    for instruction in stage.instructions:
        if instruction.keyword != "RUN" or any(_LISTS in mount.target for mount in context.mounts(instruction)):
            continue
        updates = list(calls(instruction, context, APT, "update"))
        installs = [call for call in calls(instruction, context, APT, "install") if not _is_local(call)]
        if updates:
            update = None if installs else (instruction, updates[-1].command)
        elif installs and update is not None:
            yield _hit(*update, installs[0], context, in_shell=instruction.exec is None)
            update = None


def _is_local(call: Call) -> bool:
    """Whether it installs files that are there, and asks no archive."""
    return bool(call.operands) and all(word.value.startswith(("/", "./")) for word in call.operands)


def _hit(instruction: Instruction, update: Command, install: Call, context: Context, *, in_shell: bool) -> Hit:
    line = context.file.position(install.command.span.start).line
    message = f"These lists grow old in the cache, and line {line} installs by them. Update in the same RUN."
    return Hit(update.span, message, _fix(instruction, install.command, context) if in_shell else None)


def _fix(instruction: Instruction, install: Command, context: Context) -> Fix | None:
    """Take the update along to the installation, where it has a RUN of its own."""
    if len(context.commands(instruction)) != 1 or instruction.exec is not None or install.through or install.inside:
        return None
    text = context.file.text[context.commands(instruction)[0].span.start : context.commands(instruction)[0].span.end]
    at = install.span.start
    edits = (Edit(instruction.span, ""), Edit(Span(at, at), f"{text} && "))
    return Fix("Update where it is installed", safe=False, edits=edits)
