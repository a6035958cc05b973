"""The whole folder is copied, and no `.dockerignore` says what stays out.

Why:
    `COPY . .` then takes `.git`, `.env` with its passwords, virtual environments, data and caches along. The image
    grows, every change in any of them builds it anew, and secrets are there for whoever has the image.

Project:
    ==> app.py <==
    print("hello")

Before:
    FROM python:3.12-slim
    WORKDIR /app
    COPY . .

After:
    FROM python:3.12-slim
    WORKDIR /app
    COPY app.py ./
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_EVERYTHING = frozenset({".", "./", "/", "*", "./*"})


@rule("ML601", Level.WARNING, on="project", words=("COPY", "ADD", "copy", "add"))
def no_dockerignore(context: Context) -> Iterator[Hit]:
    if context.ignore is not None:
        return
    for instruction in context.file.instructions:
        if instruction.keyword not in {"COPY", "ADD"} or instruction.flag("from") is not None:
            continue
        word = next((each for each in instruction.words[:-1] if each.value in _EVERYTHING), None)
        if word is not None:
            message = (
                "This takes `.git`, `.env` and all the rest along. Write a `.dockerignore` that says what stays out."
            )
            yield Hit(word.span, message)
            return
