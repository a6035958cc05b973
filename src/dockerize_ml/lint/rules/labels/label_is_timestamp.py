"""A label that has to be a time is none.

Why:
    Tools read it as RFC 3339 has it.

Settings:
    [lint.labels]
    created = "rfc3339"

Before:
    FROM debian:12-slim
    LABEL created=yesterday

After:
    FROM debian:12-slim
    LABEL created=2026-11-22T10:00:00Z

Differs:
    An offset has a colon, and a fraction has digits.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.labels._typed import labels_of

_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII)


@rule("DL3053", Level.WARNING, on="LABEL", needs="label_schema")
def label_is_timestamp(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for _, value in labels_of(instruction, context, "rfc3339"):
        if not _is_time(value.value):
            yield Hit(value.span, f"`{value.value}` is no time as RFC 3339 has it. Write `2026-11-22T10:00:00Z`.")


def _is_time(text: str) -> bool:
    match = _TIME.fullmatch(text)
    if match is None:
        return False
    try:
        # Python knows no leap seconds.
        datetime.fromisoformat(f"{match[1]}T{match[2].removesuffix(':60')}")
    except ValueError:
        return False
    return True
