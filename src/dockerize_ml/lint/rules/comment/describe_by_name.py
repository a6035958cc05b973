"""The comment above an ARG or FROM does not begin with its name.

Why:
    Docker shows such comments as descriptions (`docker build --call=outline`), but only if they begin with the name of
    the argument or the stage. Any other comment needs a line with nothing but `#` below it; a blank line does not do.

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

from dockerize_ml.dockerfile.nodes import Comment, Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("BK020", Level.WARNING, on="file", aliases=("InvalidDefinitionDescription",), presets=())
def describe_by_name(context: Context) -> Iterator[Hit]:
    comment = ""
    for node in context.file.nodes:
        if isinstance(node, Comment):
            comment = node.text
        if not isinstance(node, Instruction):
            continue
        names = list(_names(node, context))
        # An empty comment says that what stands above it is no description.
        if comment and names and comment.split(" ")[0] not in names:
            yield Hit(node.extent, _message(names))
        comment = ""


def _names(instruction: Instruction, context: Context) -> Iterator[str]:
    stage = context.stage(instruction)
    if instruction.keyword == "ARG":
        yield from (pair.key.text for pair in instruction.pairs)
    elif instruction.keyword == "FROM" and stage is not None and stage.name is not None:
        yield stage.name.lower()


def _message(names: list[str]) -> str:
    wanted = f"`{names[0]}`" if len(names) == 1 else "one of the names"
    return f"The comment above is taken for a description. Begin it with {wanted}, or put a line with `#` below it."
