"""Jupyter runs as root.

Why:
    Everybody who may open a notebook has a shell, and here that shell is root's. Jupyter refuses it for that reason
    unless it is told `--allow-root`.

Before:
    FROM python:3.12-slim
    HEALTHCHECK NONE
    CMD ["jupyter", "lab", "--ip=0.0.0.0", "--allow-root"]

After:
    FROM python:3.12-slim
    RUN useradd --uid 10001 --create-home app
    USER 10001
    HEALTHCHECK NONE
    CMD ["jupyter", "lab", "--ip=0.0.0.0"]
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.serving._start import start_of

_ROOT = "--allow-root"


@rule("ML308", Level.WARNING, on="file", words=(_ROOT,))
def jupyter_as_root(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if start is None or context.last is None:
        return
    user = context.state_after(context.last).user
    if user is not None and user.partition(":")[0] not in {"root", "0"}:
        return
    for word in start.arguments:
        if word.value == _ROOT:
            message = "Whoever opens a notebook is root here. Make a user without rights, and switch to it with USER."
            yield Hit(word.span, message)
            return
