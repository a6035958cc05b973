"""The protocol behind a port is not in lower case.

Why:
    Protocols are written `tcp`, `udp` and `sctp` everywhere else, and tools that read the image look for those.

Before:
    FROM debian:12-slim
    EXPOSE 53/UDP

After:
    FROM debian:12-slim
    EXPOSE 53/udp
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line


@rule("BK021", Level.WARNING, on="EXPOSE", words=("/",), aliases=("ExposeProtoCasing",))
def lower_case_protocol(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for word in instruction.words:
        port = expand(word.text, context.scope(instruction), context.file.escape)
        ports, _, protocol = port.rpartition("/")
        # The name of a variable that only the build knows.
        if protocol == protocol.lower() or "$" in protocol or "{" in protocol or "}" in protocol:
            continue
        mended = f"{ports}/{protocol.lower()}"
        fix = Fix(f"Write `{mended}`", safe=True, edits=(Edit(word.span, mended),)) if "$" not in word.text else None
        span = on_first_line(instruction, word.span, context)
        yield Hit(span, f"`{protocol}` is not in lower case. Write `{mended}`.", fix)
