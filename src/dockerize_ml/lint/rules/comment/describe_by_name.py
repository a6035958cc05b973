"""The comment above an ARG or FROM does not begin with its name.

Why:
    Docker shows such comments as descriptions (`docker build --call=outline`), but only if they begin with the name of
    the argument or the stage. Any other comment needs a blank line below it.

Before:
    # check=experimental=InvalidDefinitionDescription
    # Which Debian to build on.
    ARG VERSION=12-slim
    FROM debian:${VERSION}

After:
    # check=experimental=InvalidDefinitionDescription
    # VERSION is the Debian to build on.
    ARG VERSION=12-slim
    FROM debian:${VERSION}

Differs:
    An experiment of BuildKit: it is on only where a file asks for it.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("BK020", Level.WARNING, on=("ARG", "FROM"), aliases=("InvalidDefinitionDescription",), presets=())
def describe_by_name(instruction: Instruction, context: Context) -> Iterator[Hit]:
    names = list(_names(instruction, context))
    comment = instruction.above[-1].text if instruction.above else ""
    # An empty comment says that what stands above it is no description.
    if not comment or not names or comment.split(" ")[0] in names:
        return
    wanted = names[0] if len(names) == 1 else "name"
    message = f"The comment above is taken for a description. Begin it with `{wanted}`, or put a blank line below it."
    yield Hit(instruction.extent, message)


def _names(instruction: Instruction, context: Context) -> Iterator[str]:
    if instruction.keyword == "ARG":
        yield from (pair.key.text for pair in instruction.pairs)
        return
    stage = context.stage(instruction)
    if stage is not None and stage.name is not None:
        yield stage.name.lower()
