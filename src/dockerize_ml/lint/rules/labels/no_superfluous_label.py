"""A label is not among those that the settings name.

Why:
    With `strict-labels` the list is complete, and whatever else stands there is misspelt or out of date.

Settings:
    [lint]
    strict-labels = true
    labels = { version = "semver" }

Before:
    FROM debian:12-slim
    LABEL version=1.0.0 verison=2.0.0

After:
    FROM debian:12-slim
    LABEL version=1.0.0
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3050", Level.INFO, on="LABEL", needs="strict_labels")
def no_superfluous_label(instruction: Instruction, context: Context) -> Iterator[Hit]:
    known = {name for name, _ in context.settings.label_schema}
    for pair in instruction.pairs:
        if pair.key.value not in known:
            yield Hit(pair.key.span, f"The label `{pair.key.value}` is not among those the settings name. Remove it.")
