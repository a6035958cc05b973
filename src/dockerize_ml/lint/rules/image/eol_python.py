"""The base image's Python gets no security fixes any more.

Why:
    Each minor version of Python is cared for during five years. After that nobody mends its holes, new releases of
    libraries drop it one after the other, and the image is built anew on an old system or not at all.

Before:
    FROM python:3.9-slim-bookworm
    CMD ["python3", "-V"]

After:
    FROM python:3.13-slim-bookworm
    CMD ["python3", "-V"]
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Span, Stage
from dockerize_ml.knowledge.pythons import Python, pythons
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_MINOR = re.compile(r"(?P<minor>[23]\.\d+)(?:\.\d+)?(?![\w.])")


@rule("ML101", Level.WARNING, on="stage", words=("python",))
def eol_python(stage: Stage, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - every rule is given it
    image = ImageReference.parse(stage.base)
    if image.familiar != "python" and not image.repository.endswith("library/python"):
        return
    told = _MINOR.match(image.tag or "")
    known = next((each for each in pythons() if told and each.minor == told["minor"]), None)
    if known is None or not known.has_ended:
        return
    better = next(each for each in pythons() if not each.has_ended)
    since = f"Python {known.minor} has had no security fixes since {known.end_of_life:%B %Y}"
    message = f"{since}. Move to {better.minor} or newer: its packages have to follow."
    yield Hit(stage.image.span, message, _fix(stage, known, better, image.tag or ""))


def _fix(stage: Stage, known: Python, better: Python, tag: str) -> Fix | None:
    """Name the next version that is cared for, where an image of it exists with the same ending."""
    written = stage.image.text
    mark = f":{tag}"
    release = tag.rpartition("-")[2]
    if not written.endswith(mark) or release not in {known.minor, "slim", *better.slim}:
        return None
    start = stage.image.span.start + len(written) - len(tag)
    return Fix(
        f"Use Python {better.minor}", safe=False, edits=(Edit(Span(start, start + len(known.minor)), better.minor),)
    )
