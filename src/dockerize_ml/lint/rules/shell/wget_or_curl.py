"""Both wget and curl are used.

Why:
    They do the same. One of them is enough to install, to keep up to date and to set up for a proxy.

Before:
    FROM debian:12-slim
    RUN wget https://example.com/a
    RUN curl -O https://example.com/b

After:
    FROM debian:12-slim
    RUN curl -O https://example.com/a
    RUN curl -O https://example.com/b

Differs:
    What ONBUILD runs counts too.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_TOOLS = ("wget", "curl")


@rule("DL4001", Level.WARNING, on="stage", words=("wget",))
def wget_or_curl(stage: Stage, context: Context) -> Iterator[Hit]:
    seen: set[str] = set()
    for instruction in stage.instructions:
        if "RUN" not in (instruction.keyword, instruction.trigger and instruction.trigger.keyword):
            continue
        used = context.commands(instruction.trigger or instruction, *_TOOLS)
        seen |= {command.name for command in used}
        if used and len(seen) == len(_TOOLS):
            yield Hit(used[-1].span, "This stage uses both `wget` and `curl`. Use one of them.")
