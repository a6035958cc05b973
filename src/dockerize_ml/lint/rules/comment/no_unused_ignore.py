"""A comment switches off a rule that has nothing to say.

Why:
    The mistake was mended, or the comment stands in the wrong place. Left behind, it hides the next one.

Before:
    FROM python:3.12-slim
    # hadolint ignore=DL3042
    RUN pip install --no-cache-dir flask==3.0.3

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir flask==3.0.3
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.suppression import Unused


@rule("ML001", Level.INFO, on="end", words=("ignore", "skip"))
def no_unused_ignore(context: Context) -> Iterator[Hit]:
    for unused in context.unused:
        message = f"`{unused.code}` has nothing to say here. Take it out of the comment."
        yield Hit(unused.pragma.span, message, _fix(unused, context))


def _fix(unused: Unused, context: Context) -> Fix | None:
    """Take the whole comment away where it names nothing else."""
    if len(unused.pragma.codes) > 1 or unused.pragma.origin == "check":
        return None
    span = context.line_of(unused.pragma.span)
    return Fix("Remove the comment", safe=True, edits=(Edit(span, ""),))
