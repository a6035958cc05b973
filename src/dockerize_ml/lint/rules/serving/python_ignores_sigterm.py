"""Python is process 1 and ignores SIGTERM.

Why:
    The kernel keeps signals from process 1 for which it has no handler, and Python has none for SIGTERM. `docker stop`
    waits ten seconds and then kills the program: no request is finished, no file is closed. SIGINT Python does heed.
    Measured: 10.2 s and exit code 137, with `STOPSIGNAL SIGINT` 0.2 s and exit code 0.

Before:
    FROM python:3.12-slim
    USER 10001
    EXPOSE 8000
    CMD ["python", "-u", "app.py"]
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    USER 10001
    EXPOSE 8000
    STOPSIGNAL SIGINT
    CMD ["python", "-u", "app.py"]
    HEALTHCHECK NONE
"""

from collections.abc import Iterator

from dockerize_ml.knowledge.servers import handling_libraries
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._above import above
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.serving._start import Start, exposes, is_for_development, start_of

_ASKS_FOR_IT = "STOPSIGNAL"


@rule("ML302", Level.WARNING, on="file", words=("python", "flask", "pypy"))
def python_ignores_sigterm(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or not start.is_process_one or not _ignores(start):
        return
    stages = list(context.ancestry(context.last))
    if any(each.keyword == _ASKS_FOR_IT for stage in stages for each in stage.instructions):
        return
    base = known_base(context.last, context)
    if is_for_development(context) or (base and base.has_entrypoint and not start.has_own_entrypoint):
        return
    if not (exposes(context) or start.server or (start.sounds_lasting and start.complete)):
        return
    # A program that is made with one of these may well have a handler.
    sure = start.server or (exposes(context) and not mentions(context, handling_libraries()))
    level = None if sure else Level.INFO
    name = start.server.name if start.server else "Python"
    message = f"As process 1 {name} ignores SIGTERM, so that stopping takes ten seconds. Add `STOPSIGNAL SIGINT`."
    fix = Fix("Stop by SIGINT", safe=False, edits=(Edit(above(start.at, context), "STOPSIGNAL SIGINT\n"),))
    yield Hit(start.command.span, message, fix, level)


def _ignores(start: Start) -> bool:
    return bool(start.script) if start.server is None else start.server.ignores_sigterm
