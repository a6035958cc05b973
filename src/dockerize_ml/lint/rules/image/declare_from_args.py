"""FROM uses a variable that nothing declares.

Why:
    It is always empty, even with `--build-arg`. FROM knows the ARGs above the first FROM and those that Docker sets,
    such as `BUILDPLATFORM`; an ARG inside a stage does not count.

Before:
    FROM debian:12-slim${VARIANT}

After:
    ARG VARIANT=""
    FROM debian:12-slim${VARIANT}
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.expand import references
from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.dockerfile.refusals.suggestion import nearest
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line


@rule("BK009", Level.WARNING, on="stage", words=("$",), aliases=("UndefinedArgInFrom",))
def declare_from_args(stage: Stage, context: Context) -> Iterator[Hit]:
    scope = context.scope(stage.start)
    for reference in references(stage.start, scope, context.file.escape):
        if not reference.unresolved:
            continue
        near = nearest(reference.name, sorted(scope.names()))
        hint = f"Did you mean `{near}`?" if near else f"Write `ARG {reference.name}` above the first FROM."
        span = on_first_line(stage.start, reference.span, context)
        yield Hit(span, f"Nothing that FROM sees declares `{reference.name}`. {hint}")
