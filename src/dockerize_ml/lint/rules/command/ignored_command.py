"""A later instruction of the same kind makes this one void.

Why:
    Of several CMD, ENTRYPOINT or HEALTHCHECK in a stage only the last counts. The others mislead.

Before:
    FROM debian:12-slim
    CMD ["/bin/a"]
    CMD ["/bin/b"]

After:
    FROM debian:12-slim
    CMD ["/bin/b"]

Differs:
    BuildKit's view of DL3012, DL4003 and DL4004, which point at the later instruction. Only with the preset `buildkit`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_ONCE = frozenset({"CMD", "ENTRYPOINT", "HEALTHCHECK"})


@rule("BK012", Level.WARNING, on="stage", aliases=("MultipleInstructionsDisallowed",), presets=("buildkit",))
def ignored_command(stage: Stage, _context: Context) -> Iterator[Hit]:
    last: dict[str, Instruction] = {}
    for instruction in stage.instructions:
        keyword = instruction.keyword
        if keyword not in _ONCE:
            continue
        if keyword in last:
            yield Hit(last[keyword].extent, f"A later `{keyword}` of this stage makes this one void. Remove it.")
        last[keyword] = instruction
