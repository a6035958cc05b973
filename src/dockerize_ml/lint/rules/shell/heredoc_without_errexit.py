"""A command in a heredoc fails and the build goes on.

Why:
    The lines of a heredoc are a script, and a script goes on behind a line that fails. Only its last command decides
    whether the RUN succeeds: an installation above it may fail unseen.

Before:
    FROM python:3.12
    RUN <<EOF
    pip install --no-cache-dir flask==3.0.3
    echo done
    EOF

After:
    FROM python:3.12
    RUN <<EOF
    set -e
    pip install --no-cache-dir flask==3.0.3
    echo done
    EOF
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.dialect import shebang
from dockerize_ml.dockerfile.shell.nodes import READABLE
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.shell._errexit import matters, stops_at_errors


@rule("ML509", Level.WARNING, on="RUN", words=("<<",), onbuild=True)
def heredoc_without_errexit(instruction: Instruction, context: Context) -> Iterator[Hit]:
    script = context.script(instruction) if len(instruction.heredocs) == 1 else None
    # A heredoc that is the input of another command is not the script.
    if script is None or script.dialect not in READABLE or script.text != instruction.heredocs[0].body:
        return
    if any(word.startswith("-") and "e" in word for word in shebang(script.text)[1:]):
        return
    commands = script.simple_commands
    last = max((command.span.start for command in commands), default=0)
    for command in commands:
        if command.inside or command.after not in {";", None} or command.span.start >= last or not matters(command):
            continue
        if not stops_at_errors(command, instruction, context):
            message = f"When {command.name} fails here the build goes on. Begin the heredoc with `set -e`."
            yield Hit(command.span, message)
            return
