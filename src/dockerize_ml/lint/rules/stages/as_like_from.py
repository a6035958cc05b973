"""FROM and its AS are written in different case.

Why:
    The two belong together, and a mixture of `FROM` and `as` reads as if it meant something.

Before:
    FROM debian:12-slim as build

After:
    FROM debian:12-slim AS build
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line


@rule("BK002", Level.WARNING, on="stage", aliases=("FromAsCasing",))
def as_like_from(stage: Stage, context: Context) -> Iterator[Hit]:
    keyword = stage.start.written
    # `From` is another rule's business.
    if stage.name is None or keyword not in (keyword.lower(), keyword.upper()):
        return
    word = stage.start.words[1]
    wanted = "as" if keyword == keyword.lower() else "AS"
    if word.text == wanted:
        return
    fix = Fix(f"Write `{wanted}`", safe=True, edits=(Edit(word.span, wanted),))
    span = on_first_line(stage.start, word.span, context)
    yield Hit(span, f"`{keyword}` and `{word.text}` are written in different case. Write `{wanted}`.", fix)
