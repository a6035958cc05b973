"""The whole file system of another stage is copied.

Why:
    The stage's tools and caches come along, and its files hide those of the base image. Begin with `FROM` that stage
    if all of it is wanted.

Before:
    FROM debian:12-slim AS build
    FROM scratch
    COPY --from=build / /

After:
    FROM debian:12-slim AS build
    FROM scratch
    COPY --from=build /srv /srv

Differs:
    Nothing is said where the stage is `scratch`, which holds only what was put there: this is how an image is
    squashed into one layer.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL3067", Level.WARNING, on="COPY", words=("--from",))
def no_whole_filesystem(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    paths = [word.value.strip("\"'") for word in instruction.words]
    if instruction.flag("from") is None or len(paths) < 2 or paths[-1] != "/" or "/" not in paths[:-1]:
        return
    yield Hit(instruction.extent, "This copies the whole stage with its tools and caches. Name what is needed.")
