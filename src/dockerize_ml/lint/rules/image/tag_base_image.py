"""The base image has no tag.

Why:
    Without a tag Docker takes `latest`, which is another image tomorrow. A build that worked then breaks, or quietly
    gets another Python.

Before:
    FROM python
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


@rule("DL3006", Level.WARNING, on="stage")
def tag_base_image(stage: Stage, context: Context) -> Iterator[Hit]:
    image = context.image(stage)
    if image.tag or image.digest or image.written.startswith("$"):
        return
    if image.written == "scratch" or stage.parent is not None:
        return
    yield Hit(stage.image.span, f"`{image.written}` without a tag is another image tomorrow. Name a version of it.")
