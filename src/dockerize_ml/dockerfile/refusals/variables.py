"""Quotes that are not closed, and ``${…}`` that BuildKit does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.expand import expandables
from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.nodes import Problem
from dockerize_ml.dockerfile.quoting import is_simple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.expand import Expandable
    from dockerize_ml.dockerfile.nodes import Instruction
    from dockerize_ml.dockerfile.refusals.context import Context


def refused_variables(instruction: Instruction, context: Context) -> Iterator[Problem]:
    """Say which words cannot be expanded."""
    for piece in expandables(instruction):
        if not (piece.quotes and is_simple(piece.text)):
            yield from _refused(piece, context)


def _refused(piece: Expandable, context: Context) -> Iterator[Problem]:
    lexer = piece.lexer(context.escape)
    lexer.lookup = context.scope.fixed
    try:
        lexer.text()
    except LexError as error:
        yield Problem(str(error), _hint(str(error), context.escape), piece.span)


def _hint(reason: str, escape: str) -> str:
    if "-quote" in reason:
        return f"Close the quote, or write `{escape}` before it."
    if "modifier" in reason:
        return "BuildKit knows `:-`, `:+`, `:?`, `#`, `%` and `/`, not all that a shell knows."
    return "Variables are written `$name`, `${name}` or `${name:-default}`."
