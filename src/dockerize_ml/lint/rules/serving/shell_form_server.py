"""A shell stands between Docker and the server, and keeps SIGTERM from it.

Why:
    `docker stop` sends SIGTERM to process 1, which here is `sh`. Debian's `sh` starts the server as its child and
    passes nothing on, so that after ten seconds the server is killed in the midst of its requests. With `exec` the
    server takes the shell's place. Measured with uvicorn: 10.2 s and exit code 137, with `exec` 0.3 s.

Before:
    FROM python:3.12-slim
    USER 10001
    CMD uvicorn app:app --host 0.0.0.0
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    USER 10001
    CMD exec uvicorn app:app --host 0.0.0.0
    HEALTHCHECK NONE
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules.serving._start import INITS, SHELLS, Start, is_for_development, serves, start_of

# Bash takes the place of itself with its last command; Red Hat's and Alpine's `sh` are no dash.
_WITH_DASH = frozenset({"debian", "ubuntu"})
_HANDLED = frozenset({"trap", "wait"})


@rule("ML303", Level.WARNING, on="file", words=("CMD", "ENTRYPOINT", "cmd", "entrypoint"))
def shell_form_server(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or not serves(start, context) or not _is_below_sh(start, context):
        return
    commands = context.commands(start.at)
    if any(command.name in _HANDLED for command in commands) or start.command.after == "&":
        return
    base = known_base(context.last, context)
    if is_for_development(context) or (base and base.system not in _WITH_DASH):
        return
    if base and base.has_entrypoint and not start.has_own_entrypoint:
        return
    name = start.server.name if start.server else "Python"
    message = f"`sh` does not pass SIGTERM on to {name}, so that stopping takes ten seconds. Write `exec` before it."
    yield Hit(start.command.span, message, _fix(start, context), None if base else Level.INFO)


def _is_below_sh(start: Start, context: Context) -> bool:
    through = start.command.through
    # An init lets the shell die of SIGTERM at once.
    if not INITS.isdisjoint((*start.above, *through)):
        return False
    if start.at.exec is None:
        shell = context.state(start.at).shell[0].rpartition("/")[2]
        return not through and shell in {"sh", "dash"}
    return through[-1:] in {("sh",), ("dash",)} and not start.command.piped_from


def _fix(start: Start, context: Context) -> Fix | None:
    """Write `exec` before it; that changes nothing else where it is all that the shell runs."""
    if start.command.inside:
        return None
    alone = sum(command.name not in SHELLS for command in context.commands(start.at)) == 1
    at = start.command.words[0].span.start
    return Fix("Write `exec` before it", safe=alone, edits=(Edit(Span(at, at), "exec "),))
