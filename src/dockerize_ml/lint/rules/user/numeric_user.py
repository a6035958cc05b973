"""USER is a name, not a number.

Why:
    Kubernetes refuses a named user where `runAsNonRoot` is set, since it cannot tell whether the name is root's.

Before:
    FROM debian:12-slim
    USER app

After:
    FROM debian:12-slim
    USER 10001

Differs:
    Only the last USER of a stage is looked at, since only that one runs, and root by name is left to DL3002. A number
    in quotes is a number.
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_VARIABLE = re.compile(r"\$\{?(\w+)")


@rule("DL3066", Level.INFO, on="stage")
def numeric_user(stage: Stage, context: Context) -> Iterator[Hit]:
    last = context.state_after(stage).user_set_by
    if last is None or last.stage != stage.index:
        return
    word = last.words[0]
    user = word.value.strip("\"'").partition(":")[0]
    if user.isdigit() or user == "root" or _is_argument(user, last, context):
        return
    yield Hit(word.span, f"`{user}` is a name. Write the user's number, which Kubernetes can check.")


def _is_argument(user: str, instruction: Instruction, context: Context) -> bool:
    """Whether a declared ARG decides it."""
    names = set(_VARIABLE.findall(user))
    return any(
        pair.key.value in names
        for other in context.up_to(instruction)
        if other.keyword == "ARG"
        for pair in other.pairs
    )
