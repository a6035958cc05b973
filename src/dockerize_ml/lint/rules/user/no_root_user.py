"""The last USER of a stage is root.

Why:
    Whoever breaks out of a program that runs as root is root in the container, and often half-way to the host.

Before:
    FROM debian:12-slim
    USER root

After:
    FROM debian:12-slim
    USER 10001
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_ROOT = frozenset({"root", "0"})


@rule("DL3002", Level.WARNING, on="stage")
def no_root_user(stage: Stage, context: Context) -> Iterator[Hit]:
    last = context.state_after(stage).user_set_by
    if last is None or last.stage != stage.index:
        return
    word = last.words[0]
    if word.value.strip("\"'").partition(":")[0] in _ROOT:
        yield Hit(
            word.span, f"This stage ends as `{word.value}`. Switch to a user without rights behind what needs root."
        )
