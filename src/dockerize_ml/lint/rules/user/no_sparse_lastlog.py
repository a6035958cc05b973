"""useradd with a high number makes a huge layer.

Why:
    useradd writes `/var/log/lastlog` as long as the number is high. The file is full of holes, but in a layer it takes
    gigabytes. `-l` leaves it alone.

Before:
    FROM debian:12-slim
    RUN useradd -u 123456 app

After:
    FROM debian:12-slim
    RUN useradd -l -u 123456 app

Differs:
    `--uid 123456` is seen as `-u 123456` is. A variable is not taken for a high number because its name is long.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_LONG = 5


@rule("DL3046", Level.WARNING, on="RUN", words=("useradd",), onbuild=True)
def no_sparse_lastlog(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for command in context.commands(instruction, "useradd"):
        value = command.flag_value("u", "uid")
        number = value if value is None or isinstance(value, str) else value.value
        if number is None or not number.isdigit() or len(number) <= _LONG or command.has_flag("l", "no-log-init"):
            continue
        behind = Span(command.words[0].span.end, command.words[0].span.end)
        fix = Fix("Add `--no-log-init`", safe=True, edits=(Edit(behind, " --no-log-init"),))
        yield Hit(command.span, f"`{number}` makes `/var/log/lastlog` huge. Add `--no-log-init`.", fix)
