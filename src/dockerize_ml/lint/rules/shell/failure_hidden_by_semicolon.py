"""A command fails and the build goes on.

Why:
    A shell goes on behind `;`, whatever became of the command before it, and a RUN succeeds if its last command does.
    Measured: `RUN pip install no-such-package; echo done` builds. The image then lacks what was to be installed.

Before:
    FROM python:3.12
    RUN pip install --no-cache-dir flask==3.0.3; echo done

After:
    FROM python:3.12
    RUN pip install --no-cache-dir flask==3.0.3 && echo done
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.shell._errexit import matters, stops_at_errors

_NOTHING = frozenset({"exit", "true", ":"})
_SEMICOLON = re.compile(r"\s*(;)\s")


@rule("ML506", Level.WARNING, on="RUN", words=(";",), onbuild=True)
def failure_hidden_by_semicolon(instruction: Instruction, context: Context) -> Iterator[Hit]:
    # What a heredoc holds is another rule's.
    if instruction.heredocs or ";" not in instruction.body.text or instruction.exec is not None:
        return
    commands = context.script(instruction).simple_commands
    # `…; exit 0` says on purpose that it may fail.
    commands = tuple(command for command in commands if command.name not in _NOTHING)
    last = max((command.span.start for command in commands), default=0)
    for command in commands:
        if command.after != ";" or command.inside or command.piped_from or command.span.start >= last:
            continue
        if matters(command) and not stops_at_errors(command, instruction, context):
            message = f"When {command.name} fails here the build goes on. Write `&&` in place of `;`."
            yield Hit(command.span, message, _fix(command, context))


def _fix(command: Command, context: Context) -> Fix | None:
    """Write ``&&`` where the semicolon stands just behind it."""
    found = _SEMICOLON.match(context.file.text, command.span.end)
    if found is None:
        return None
    edit = Edit(Span(command.span.end, found.end(1)), " &&")
    return Fix("Write `&&`", safe=False, edits=(edit,))
