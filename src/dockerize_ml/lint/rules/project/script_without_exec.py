"""The entry script starts the server as its child, and keeps SIGTERM from it.

Why:
    `docker stop` sends SIGTERM to process 1, which is the shell that reads the script. It waits for its child and
    passes nothing on, so that after ten seconds the server is killed in the midst of its requests. With `exec` the
    server takes the script's place.

Project:
    ==> start.sh <==
    #!/bin/sh
    python migrate.py
    gunicorn --bind 0.0.0.0:8000 app:app
    ==> run.sh <==
    #!/bin/sh
    python migrate.py
    exec gunicorn --bind 0.0.0.0:8000 app:app

Before:
    FROM python:3.12-slim
    USER 10001
    COPY start.sh /start.sh
    CMD ["sh", "/start.sh"]
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    USER 10001
    COPY run.sh /run.sh
    CMD ["sh", "/run.sh"]
    HEALTHCHECK NONE
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.dockerfile.shell.commands import Text, read
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.dockerfile.shell.source import whole
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.project._files import copied_script
from dockerize_ml.lint.rules.serving._start import SHELLS, process_one, server_of

_SHELL = re.compile(r"#![^\n]*\b(?:ba|da|a|k|z)?sh\b")
_HANDLED = frozenset({"trap", "wait", "exec"})


@rule("ML608", Level.WARNING, on="project", words=("CMD", "ENTRYPOINT", "cmd", "entrypoint"))
def script_without_exec(context: Context) -> Iterator[Hit]:
    first = process_one(context)
    word = _script(first[1]) if first else None
    script = copied_script(context, word.value) if word else None
    if word is None or script is None or (script.text.startswith("#!") and not _SHELL.match(script.text)):
        return
    commands = read(Text(whole(script.text, Span(0, len(script.text))))).commands
    if any(command.name in _HANDLED for command in commands):
        return
    last = next((command for command in reversed(commands) if "substitution" not in command.inside), None)
    started = server_of(last) if last and not last.inside and last.after != "&" and not last.piped_to else None
    if started is not None:
        message = (
            f"`{script.path.name}` keeps SIGTERM from {started.name}, its last command. Write `exec` before it there."
        )
        yield Hit(word.span, message)


def _script(command: Command) -> ShellWord | None:
    """The word that names the script: called by itself or by a shell."""
    words = [word for word in command.words if not word.value.startswith("-")]
    named = words[1:2] if command.name in SHELLS and not command.has_flag("c") else words[:1]
    return next((word for word in named if word.literal and "." in word.value), None)
