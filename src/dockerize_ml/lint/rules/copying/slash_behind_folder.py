"""COPY has several sources, and its destination does not end in a slash.

Why:
    The destination has to be a folder then. The slash says so, and Docker need not guess.

Before:
    FROM debian:12-slim
    WORKDIR /app
    COPY package.json yarn.lock my_app

After:
    FROM debian:12-slim
    WORKDIR /app
    COPY package.json yarn.lock my_app/

Differs:
    On Windows a folder may end in a backslash.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span, Word
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3021", Level.ERROR, on="COPY")
def slash_behind_folder(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    if len(instruction.words) <= 2:
        return
    target = instruction.words[-1]
    path = target.value.strip("\"'")
    if not path.endswith(("/", "\\")):
        yield Hit(
            target.span, f"Several files go to `{path}`, so it has to be a folder. Write `{path}/`.", _fix(target)
        )


def _fix(target: Word) -> Fix:
    closing = len(target.text) - len(target.text.rstrip("\"'"))
    behind = target.span.end - closing
    return Fix("Add a slash", safe=True, edits=(Edit(Span(behind, behind), "/"),))
