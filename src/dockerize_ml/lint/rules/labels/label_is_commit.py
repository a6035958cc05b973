"""A label that has to be a commit is none.

Why:
    Tools look the commit up in git: its name has 40 characters, or 7 when shortened.

Settings:
    [lint.labels]
    revision = "hash"

Before:
    FROM debian:12-slim
    LABEL revision=latest

After:
    FROM debian:12-slim
    LABEL revision=0f4b2a1
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.labels._typed import labels_of

_COMMIT = re.compile(r"[0-9a-f]{7}|[0-9a-f]{40}")


@rule("DL3055", Level.WARNING, on="LABEL", needs="label_schema")
def label_is_commit(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for _, value in labels_of(instruction, context, "hash"):
        if not _COMMIT.fullmatch(value.value):
            yield Hit(value.span, f"`{value.value}` is no commit of git: 7 or 40 of `0-9a-f`.")
