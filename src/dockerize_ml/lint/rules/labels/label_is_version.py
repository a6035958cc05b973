"""A label that has to be a semantic version is none.

Why:
    Tools sort images by it.

Settings:
    [lint.labels]
    version = "semver"

Before:
    FROM debian:12-slim
    LABEL version=1.0

After:
    FROM debian:12-slim
    LABEL version=1.0.0

Differs:
    A number may not begin with a zero, and something has to follow a `-` or `+`.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.labels._typed import labels_of

_NUMBER = r"(?:0|[1-9][0-9]*)"
_PART = r"[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*"
_VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}(?:-{_PART})?(?:\+{_PART})?")


@rule("DL3056", Level.WARNING, on="LABEL", needs="label_schema")
def label_is_version(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for _, value in labels_of(instruction, context, "semver"):
        if not _VERSION.fullmatch(value.value):
            yield Hit(value.span, f"`{value.value}` is no semantic version. Write three numbers: `1.0.0`.")
