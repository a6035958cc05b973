"""With the defaults of its ARGs, FROM names no image.

Why:
    `docker build` without any `--build-arg` fails, for people and for tools that only look for the base image.

Before:
    ARG VERSION
    FROM debian:${VERSION}

After:
    ARG VERSION=12-slim
    FROM debian:${VERSION}
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Absent, Lexer
from dockerize_ml.dockerfile.nodes import Dockerfile
from dockerize_ml.dockerfile.scope import PLATFORM_ARGS
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

# Any platform will do, as long as it looks like one.
_EXAMPLES = {"PLATFORM": "linux/amd64", "OS": "linux", "ARCH": "amd64", "STAGE": "default"}
_PLATFORM = {name: _EXAMPLES.get(name.removeprefix("BUILD").removeprefix("TARGET"), "") for name in PLATFORM_ARGS}


@rule("BK017", Level.WARNING, on="file", aliases=("InvalidDefaultArgInFrom",))
def valid_default_image(context: Context) -> Iterator[Hit]:
    escape = context.file.escape
    try:
        defaults = _defaults(context.file)
        for stage in context.stages:
            image = _expanded(stage.image.text, defaults, escape)
            if stage.start.words and not ImageReference.parse(image).valid:
                span = on_first_line(stage.start, stage.image.span, context)
                yield Hit(span, _message(stage.image.text, image))
    except LexError:
        # BuildKit refuses the file here, which is another rule's business.
        return


def _defaults(file: Dockerfile) -> dict[str, str]:
    """What every FROM sees if no build argument is given."""
    found = dict(_PLATFORM)
    for instruction in file.instructions:
        if instruction.keyword != "ARG" or instruction.stage >= 0:
            continue
        for pair in instruction.pairs:
            name = pair.key.text
            found[name] = found.get(name, "") if pair.value is None else _expanded(pair.value.text, found, file.escape)
    return found


def _expanded(text: str, defaults: dict[str, str], escape: str) -> str:
    return Lexer(text, escape, lambda name: defaults.get(name, Absent.UNSET)).text()


def _message(written: str, image: str) -> str:
    if "$" not in written:
        return f"`{written}` cannot be the name of an image. It is written `registry/name:tag`, in lower case."
    if not image:
        return f"Without a build argument `{written}` is empty. Give the ARG a default."
    return f"Without a build argument `{written}` is `{image}`, which is no image. Give the ARG a better default."
