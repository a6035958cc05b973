"""ENV uses a variable that the same ENV sets.

Why:
    All values of one ENV are worked out before any of them is set, so the variable is still empty there.

Before:
    FROM debian:12-slim
    ENV HOME_DIR=/srv DATA_DIR=$HOME_DIR/data

After:
    FROM debian:12-slim
    ENV HOME_DIR=/srv
    ENV DATA_DIR=$HOME_DIR/data

Differs:
    Text in single quotes and an escaped `$` are left alone, as Docker leaves them. What another stage or an ARG
    before the first FROM sets is not set here.
"""

from collections import Counter
from collections.abc import Iterator

from dockerize_ml.dockerfile.expand import variables
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3044", Level.ERROR, on="ENV")
def no_env_reference_in_same_env(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if len(instruction.pairs) < 2:
        return
    names = Counter(pair.key.value for pair in instruction.pairs)
    for pair in instruction.pairs:
        text = "" if pair.value is None else pair.value.text
        for used in variables(text, context.scope(instruction), context.file.escape):
            is_set = names[used.name] > (used.name == pair.key.value)
            if is_set and not used.operator and used.variable is None:
                yield Hit(pair.span, f"`{used.name}` is not set yet, it gets its value in this very `ENV`. Use two.")
                break
