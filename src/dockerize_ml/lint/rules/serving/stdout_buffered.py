"""What the program prints is held back, and lost when it is killed.

Why:
    Without a terminal Python collects what it prints until there are 8 KB. `docker logs` shows nothing meanwhile, and
    if the program crashes or is killed, the very lines that tell why are gone.

Before:
    FROM python:3.12-slim
    USER 10001
    EXPOSE 8000
    STOPSIGNAL SIGINT
    CMD ["python", "app.py"]
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    USER 10001
    EXPOSE 8000
    STOPSIGNAL SIGINT
    ENV PYTHONUNBUFFERED=1
    CMD ["python", "app.py"]
    HEALTHCHECK NONE
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._above import above
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules.serving._start import Start, exposes, start_of

_VARIABLE = "PYTHONUNBUFFERED"


@rule("ML305", Level.INFO, on="file", words=("python", "pypy"))
def stdout_buffered(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or not start.script or not exposes(context) or _is_unbuffered(start):
        return
    base = known_base(context.last, context)
    if base is None or _VARIABLE in base.env or _VARIABLE in context.scope(start.at).names():
        return
    fix = Fix(f"Set {_VARIABLE}", safe=True, edits=(Edit(above(start.at, context), f"ENV {_VARIABLE}=1\n"),))
    message = f"What it prints is held back and lost when it is killed. Set `ENV {_VARIABLE}=1`."
    yield Hit(start.command.span, message, fix)


def _is_unbuffered(start: Start) -> bool:
    if any(assignment.name == _VARIABLE for assignment in start.command.assignments):
        return True
    for word in start.command.args:
        if not word.value.startswith("-") or word.value == "-m":
            return False
        if "u" in word.value and not word.value.startswith("--"):
            return True
    return False
