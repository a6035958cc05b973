"""A label that has to be a URL is none.

Why:
    Tools make a link of it.

Settings:
    [lint.labels]
    source = "url"

Before:
    FROM debian:12-slim
    LABEL source=example

After:
    FROM debian:12-slim
    LABEL source=https://example.org/app

Differs:
    A value with a variable is left alone, as in all rules about labels, and a scheme alone (`http:`) leads nowhere.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.labels._typed import labels_of

# https://www.rfc-editor.org/rfc/rfc3986#appendix-A
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")


@rule("DL3052", Level.WARNING, on="LABEL", needs="label_schema")
def label_is_url(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for _, value in labels_of(instruction, context, "url"):
        if not _URL.fullmatch(value.value):
            yield Hit(value.span, f"`{value.value}` is no URL. Write it with its `https://`.")
