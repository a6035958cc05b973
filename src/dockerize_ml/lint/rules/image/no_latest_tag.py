"""The base image is tagged `latest`.

Why:
    `latest` moves to a new version whenever there is one, so the same Dockerfile gives another image tomorrow.

Before:
    FROM python:latest
    CMD ["python3"]

After:
    FROM python:3.12-slim
    CMD ["python3"]
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3007", Level.WARNING, on="stage", words=("latest",))
def no_latest_tag(stage: Stage, context: Context) -> Iterator[Hit]:
    image = context.image(stage)
    if image.tag != "latest" or image.digest:
        return
    yield Hit(stage.image.span, f"`{image.written}` can change under you. Name a version of it.")
