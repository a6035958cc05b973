"""A command in front of a pipe may fail unnoticed.

Why:
    The shell looks at the last command of a pipe only. `curl … | tar x` is fine when curl fails.

Before:
    FROM debian:12-slim
    RUN wget -O - https://example.com | wc -l > /number

After:
    FROM debian:12-slim
    SHELL ["/bin/bash", "-o", "pipefail", "-c"]
    RUN wget -O - https://example.com | wc -l > /number

Differs:
    `set -o pipefail` in the RUN itself does it too, a stage inherits the SHELL of the one it starts from, a pipe in
    `bash -c "…"` is seen, and the shell may lie in any folder.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_WITHOUT = frozenset({"sh", "dash"})
_OTHER = frozenset({"powershell", "cmd", "exec", "other"})


@rule("DL4006", Level.WARNING, on="RUN")
def pipefail_before_pipe(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if "|" not in instruction.body.text and not instruction.heredocs:
        return
    script = context.script(instruction)
    if script.dialect in _OTHER - {"exec"}:
        return
    promised = script.dialect in _WITHOUT and "pipefail" in context.state(instruction).shell
    for pipe in script.pipes:
        if not pipe.pipefail or promised:
            yield Hit(pipe.span, "What fails in front of this pipe goes unnoticed. Set `-o pipefail` with `SHELL`.")
            return
