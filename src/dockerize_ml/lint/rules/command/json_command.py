"""CMD or ENTRYPOINT is in shell form, and no SHELL was chosen for it.

Why:
    The shell that runs the command does not pass `SIGTERM` on to it. `docker stop` then waits ten seconds and kills it.

Before:
    FROM python:3.12-slim
    ENTRYPOINT python3 app.py

After:
    FROM python:3.12-slim
    ENTRYPOINT ["python3", "app.py"]

Differs:
    BuildKit's view of DL3025 (`exec-form`), which looks at HEALTHCHECK too. Only with the preset `buildkit`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("BK007", Level.WARNING, on=("CMD", "ENTRYPOINT"), aliases=("JSONArgsRecommended",), presets=("buildkit",))
def json_command(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if instruction.exec is not None or context.state(instruction).shell_set_by is not None:
        return
    yield Hit(instruction.extent, f"Write `{instruction.keyword}` as a JSON list, so that no shell stands in between.")
