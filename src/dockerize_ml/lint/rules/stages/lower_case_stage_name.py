"""The name of a stage has upper-case letters.

Why:
    Docker turns it into lower case. `FROM` does not find the stage by the name as it is written, and an image of that
    name would be no valid one.

Before:
    FROM debian:12-slim AS Build

After:
    FROM debian:12-slim AS build
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line


@rule("BK001", Level.WARNING, on="stage", aliases=("StageNameCasing",))
def lower_case_stage_name(stage: Stage, context: Context) -> Iterator[Hit]:
    if stage.name is None or stage.name_span is None or stage.name == stage.name.lower():
        return
    span = on_first_line(stage.start, stage.name_span, context)
    yield Hit(span, f"Docker knows the stage `{stage.name}` in lower case only. Call it `{stage.name.lower()}`.")
