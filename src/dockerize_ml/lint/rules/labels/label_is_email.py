"""A label that has to be a mail address is none.

Why:
    Somebody will write to it.

Settings:
    [lint.labels]
    authors = "email"

Before:
    FROM debian:12-slim
    LABEL authors=me

After:
    FROM debian:12-slim
    LABEL authors=me@example.org

Differs:
    An address may have letters of any language, and a domain does not end in a dot.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.labels._typed import labels_of

_ATOM = r"[^@\s<>\"()\[\],;:\\.]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_MAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f.:]+\])")


@rule("DL3058", Level.WARNING, on="LABEL", needs="label_schema")
def label_is_email(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for _, value in labels_of(instruction, context, "email"):
        if not _MAIL.fullmatch(value.value):
            yield Hit(value.span, f"`{value.value}` is no mail address. Write `name@example.org`.")
