"""The program gets `$PORT` itself, not what the variable holds.

Why:
    In the JSON form no shell stands between Docker and the program, and nobody puts values in the place of variables.
    The program gets the letters as they are, and fails on them: `invalid int value: '$PORT'`.

Before:
    FROM python:3.12-slim
    USER 10001
    CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "$PORT"]
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    USER 10001
    CMD ["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 --port $PORT"]
    HEALTHCHECK NONE
"""

import json
import re
import shlex
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules.serving._start import INITS, SHELLS, Start, start_of

_VARIABLE = re.compile(r"\$(?:\{[A-Za-z_]\w*(?::?[-+=?][^}]*)?\}|[A-Z_][A-Z0-9_]*)")
# They put in the values of variables themselves, or take `$` for something else.
_READ_BY_PROGRAM = frozenset({"envsubst", "supervisord", "awk", "sed", "grep", "perl", "make", "node", "mongosh"})


@rule("ML309", Level.ERROR, on="file", words=("$",))
def literal_variable_in_exec_form(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or start.at.exec is None or _is_evaluated(start, context):
        return
    for word in start.command.args:
        if _VARIABLE.search(word.value):
            message = f"No shell replaces `{word.value}` here, so the program gets it as it is. Run it by `sh -c`."
            yield Hit(word.span, message, _fix(start))
            return


def _is_evaluated(start: Start, context: Context) -> bool:
    """Whether a shell, a script or the program itself may put the value in."""
    through = (*start.above, *start.command.through)
    if start.command.name in _READ_BY_PROGRAM or not set(through) <= INITS or start.command.name in SHELLS:
        return True
    if start.command.words[0].value.endswith(".sh") or start.command.has_flag("c", "e"):
        return True
    base = known_base(context.last, context) if context.last else None
    return not start.has_own_entrypoint and (base is None or base.has_entrypoint)


def _fix(start: Start) -> Fix | None:
    """Have `sh` replace them, and then make room."""
    if start.at.keyword != "CMD" or start.above or start.command.through or start.at.exec is None:
        return None
    words = [word.value for word in start.at.exec]
    line = " ".join(f'"{word}"' if _VARIABLE.search(word) else shlex.quote(word) for word in words)
    if any(mark in line for mark in "\\`"):
        return None
    text = f'["sh", "-c", {json.dumps(f"exec {line}")}]'
    span = Span(start.at.body.offset(0), start.at.extent.end)
    return Fix("Run it by `sh -c`", safe=False, edits=(Edit(span, text),))
