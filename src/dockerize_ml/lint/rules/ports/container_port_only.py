"""EXPOSE has an address or a port of the host.

Why:
    An image cannot decide that: `docker run -p` does. Docker drops it today and says that it will refuse it one day.

Before:
    FROM debian:12-slim
    EXPOSE 127.0.0.1:8080:80

After:
    FROM debian:12-slim
    EXPOSE 80
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

_UNKNOWN = re.compile(r"\$\{[^}]*\}")


@rule("BK022", Level.WARNING, on="EXPOSE", aliases=("ExposeInvalidFormat",))
def container_port_only(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for word in instruction.words:
        port = expand(word.text, context.scope(instruction), context.file.escape)
        *host, container = _UNKNOWN.sub("0", port).partition("/")[0].rsplit(":", 2)
        if any(host):
            span = on_first_line(instruction, word.span, context)
            yield Hit(span, f"`{port}` has an address or a port of the host, which is lost. Write `{container}`.")
