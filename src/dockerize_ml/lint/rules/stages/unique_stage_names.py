"""Two stages have the same name.

Why:
    `COPY --from` and `--target` reach only one of them. Docker compares names without regard to case.

Before:
    FROM debian:12-slim AS build
    FROM debian:12-slim AS Build

After:
    FROM debian:12-slim AS build
    FROM debian:12-slim AS final

Differs:
    hadolint takes `build` and `Build` for two names, to Docker they are one.
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line


@rule("DL3024", Level.ERROR, on="file", aliases=("DuplicateStageName",))
def unique_stage_names(context: Context) -> Iterator[Hit]:
    seen: set[str] = set()
    for stage in context.stages:
        if stage.name is None or stage.name_span is None:
            continue
        if stage.name.lower() in seen:
            span = on_first_line(stage.start, stage.name_span, context)
            yield Hit(span, f"An earlier stage is called `{stage.name}` too. Give each its own name.")
        seen.add(stage.name.lower())
