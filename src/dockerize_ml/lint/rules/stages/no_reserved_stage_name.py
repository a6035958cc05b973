"""A stage has a name that Docker keeps for itself.

Why:
    `scratch` is the empty image and `context` the build context. A stage of that name cannot be reached.

Before:
    FROM debian:12-slim AS context

After:
    FROM debian:12-slim AS build

Differs:
    Names are compared without regard to case, as BuildKit does.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

_RESERVED = frozenset({"scratch", "context"})


@rule("DL3063", Level.WARNING, on="stage", aliases=("ReservedStageName",))
def no_reserved_stage_name(stage: Stage, context: Context) -> Iterator[Hit]:
    if stage.name is None or stage.name_span is None or stage.name.lower() not in _RESERVED:
        return
    span = on_first_line(stage.start, stage.name_span, context)
    yield Hit(span, f"Docker keeps the name `{stage.name}` for itself. Choose another.")
