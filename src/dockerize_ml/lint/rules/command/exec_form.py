"""The command is in shell form, so a shell runs as process 1.

Why:
    The shell does not pass `SIGTERM` on to the program. `docker stop` then waits ten seconds and kills it.

Before:
    FROM python:3.12-slim
    CMD python3 train.py

After:
    FROM python:3.12-slim
    CMD ["python3", "train.py"]

Differs:
    Nothing is said where SHELL was set, as in BuildKit: whoever chose a shell wants it. hadolint reports that too.
    BuildKit does not look at HEALTHCHECK. JSON is what Docker reads as such: with a raw tab in a string it is none.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule(
    "DL3025",
    Level.WARNING,
    on=("CMD", "ENTRYPOINT", "HEALTHCHECK"),
    aliases=("JSONArgsRecommended",),
    presets=("recommended", "hadolint"),
)
def exec_form(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if instruction.exec is not None or context.state(instruction).shell_set_by is not None:
        return
    if instruction.keyword == "HEALTHCHECK" and instruction.body.text.strip().upper() in {"NONE", ""}:
        return
    yield Hit(instruction.extent, f"Write `{instruction.keyword}` as a JSON list, so that no shell stands in between.")
