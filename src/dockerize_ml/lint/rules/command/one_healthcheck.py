"""A stage has several HEALTHCHECK instructions.

Why:
    Only the last counts. The others are read by people and mislead them.

Before:
    FROM debian:12-slim
    HEALTHCHECK CMD ["/bin/a"]
    HEALTHCHECK CMD ["/bin/b"]

After:
    FROM debian:12-slim
    HEALTHCHECK CMD ["/bin/b"]
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule(
    "DL3012",
    Level.ERROR,
    on="stage",
    aliases=("MultipleInstructionsDisallowed",),
    presets=("recommended", "hadolint"),
)
def one_healthcheck(stage: Stage, _context: Context) -> Iterator[Hit]:
    found = [instruction for instruction in stage.instructions if instruction.keyword == "HEALTHCHECK"]
    for instruction in found[1:]:
        yield Hit(instruction.extent, "This stage has another `HEALTHCHECK`. Only the last one counts, keep that.")
