"""A label that the settings name is empty.

Why:
    An empty label says nothing to whoever looks for it.

Settings:
    [lint.labels]
    title = "text"

Before:
    FROM debian:12-slim
    LABEL title=""

After:
    FROM debian:12-slim
    LABEL title="Flask API"

Differs:
    A label of blanks is empty.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.labels._typed import labels_of


@rule("DL3051", Level.WARNING, on="LABEL", needs="label_schema")
def no_empty_label(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for name, value in labels_of(instruction, context, None):
        if not value.value.strip():
            yield Hit(value.span, f"The label `{name}` is empty. Give it a value.")
