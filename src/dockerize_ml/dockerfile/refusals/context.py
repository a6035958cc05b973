"""What a check may look at besides the instruction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Absent, Lexer

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.nodes import Stage
    from dockerize_ml.dockerfile.scope import Scope


class Context(NamedTuple):
    """Where an instruction stands.

    ``named`` has the last stage of each name, in lower case. ``has_frontend`` says that a ``# syntax=`` line asks for
    another frontend, ``has_workdir`` that the file sets a working directory before the instruction.
    """

    stages: tuple[Stage, ...]
    named: dict[str, Stage]
    scope: Scope
    escape: str
    has_frontend: bool
    has_workdir: bool

    def settled(self, text: str) -> str | None:
        """A word with its variables replaced, or None where a build argument or the base image decides."""
        lexer = Lexer(text, self.escape, self.scope.fixed)
        try:
            value = lexer.text()
        except LexError:
            return None
        if lexer.given_up or any(self.scope.fixed(reference.name) is Absent.UNKNOWN for reference in lexer.references):
            return None
        return value

    def stage_named(self, name: str) -> Stage | None:
        """The last stage of that name, wherever it stands."""
        return self.named.get(name.lower())
