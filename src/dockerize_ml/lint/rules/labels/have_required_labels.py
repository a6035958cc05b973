"""A label that the settings ask for is missing.

Why:
    Whoever runs the image looks for these labels.

Settings:
    [lint.labels]
    "org.opencontainers.image.version" = "semver"

Before:
    FROM debian:12-slim

After:
    FROM debian:12-slim
    LABEL org.opencontainers.image.version=1.0.0

Differs:
    Stages that start from the same image share nothing. A stage that others copy from by its number, or mount, is
    none to ship.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3049", Level.INFO, on="stage", needs="label_schema")
def have_required_labels(stage: Stage, context: Context) -> Iterator[Hit]:
    required = context.settings.label_schema
    if stage.index in context.bases or stage.index in context.copied_from:
        return
    found = {
        pair.key.value
        for ancestor in context.ancestry(stage)
        for instruction in ancestor.instructions
        if instruction.keyword == "LABEL"
        for pair in instruction.pairs
    }
    for name, _ in required:
        if name not in found:
            yield Hit(stage.start.extent, f"The label `{name}` is missing. Add `LABEL {name}=…`.")
