"""Variables of an instruction: where they stand and what becomes of them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.dockerfile.heredocs import read_marker
from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Lexer
from dockerize_ml.dockerfile.nodes import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.lexer import LexReference
    from dockerize_ml.dockerfile.nodes import Flag, Instruction, Word
    from dockerize_ml.dockerfile.scope import Scope, Variable

_BY_WORD = frozenset({"ADD", "COPY", "EXPOSE", "FROM", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"})
_FLAGS = {
    "ADD": ("chown", "chmod", "checksum"),
    "COPY": ("chown", "chmod"),
    "FROM": ("platform",),
    "RUN": ("mount",),
}


class Expandable(NamedTuple):
    """A piece of text in which the engine replaces variables. In a heredoc's body ``quotes`` mean nothing."""

    text: str
    span: Span
    quotes: bool = True

    def lexer(self, escape: str, scope: Scope | None = None) -> Lexer:
        """A reading of the text."""
        # A heredoc's body always has the backslash, whatever the escape directive says.
        lexer = Lexer(self.text, escape if self.quotes else "\\", quotes=self.quotes)
        if scope is not None:
            lexer.lookup = scope.lookup
        return lexer


class Reference(NamedTuple):
    """A use of a variable.

    Attributes:
        name: without the ``$``.
        operator: ``:-``, ``#``, ``/`` and so on, or empty.
        span: where it stands in the file, or in the text that was asked about.
        variable: what it refers to, or None where this file does not set it.
        unresolved: whether nothing that the file shows sets it; with a base image from outside, that image may.
    """

    name: str
    operator: str
    span: Span
    variable: Variable | None

    @property
    def unresolved(self) -> bool:
        """Whether nothing in this file sets it before it is used."""
        return self.variable is None


def expand(text: str, scope: Scope, escape: str = "\\") -> str:
    """A word with its quotes removed and its variables replaced.

    What only the build or the base image knows stays as it is written, and so does a text that BuildKit refuses.
    """
    if "$" not in text and "'" not in text and '"' not in text and escape not in text:
        return text
    try:
        return Lexer(text, escape, scope.lookup).text()
    except LexError:
        return text


def variables(text: str, scope: Scope | None = None, escape: str = "\\") -> tuple[Reference, ...]:
    """The variables used in a word; ``span`` counts from the text's first character."""
    found = _references(Lexer(text, escape))
    return tuple(
        Reference(each.name, each.operator, Span(each.start, each.end), scope.find(each.name) if scope else None)
        for each in found
    )


def references(instruction: Instruction, scope: Scope, escape: str = "\\") -> Iterator[Reference]:
    """The variables that the engine replaces in an instruction (not those that a shell will)."""
    for piece in expandables(instruction):
        for each in _references(piece.lexer(escape)):
            yield Reference(each.name, each.operator, _placed(piece, each), scope.find(each.name))


def expandables(instruction: Instruction) -> Iterator[Expandable]:
    """The texts of an instruction in which the engine replaces variables. FROM sees the global scope."""
    keyword = instruction.keyword
    for flag in instruction.flags:
        if flag.value and flag.name in _FLAGS.get(keyword, ()):
            yield Expandable(flag.value, _value_span(flag))
    for pair in instruction.pairs:
        if keyword != "ARG":
            yield Expandable(pair.key.text, pair.key.span)
        if pair.value is not None:
            yield Expandable(pair.value.text, pair.value.span)
    if keyword in _BY_WORD:
        yield from _words(instruction)
    if keyword in ("ADD", "COPY"):
        for heredoc in instruction.heredocs:
            if heredoc.expand:
                yield Expandable(heredoc.body, heredoc.body_span, quotes=False)


def _words(instruction: Instruction) -> Iterator[Expandable]:
    words = instruction.words[:1] if instruction.keyword == "FROM" else instruction.words
    for word in words:
        if not (instruction.heredocs and read_marker(word.text, word.span)):
            yield Expandable(_source(instruction, word), word.span)


def _source(instruction: Instruction, word: Word) -> str:
    """JSON strings are expanded once they are decoded."""
    return word.value if instruction.exec is not None else word.text


def _value_span(flag: Flag) -> Span:
    """Where a flag's value stands; quotes around it are part of it."""
    start = min(flag.span.start + len(flag.name) + 3, flag.span.end)
    return Span(start, flag.span.end)


def _references(lexer: Lexer) -> list[LexReference]:
    """The variables up to where BuildKit gives up."""
    if "$" not in lexer.source:
        return []
    with suppress(LexError):
        lexer.text()
    return sorted(lexer.references, key=lambda reference: reference.start)


def _placed(piece: Expandable, reference: LexReference) -> Span:
    """The range in the file; the whole piece where continuations or JSON escapes stand between."""
    if piece.span.end - piece.span.start == len(piece.text):
        return Span(piece.span.start + reference.start, piece.span.start + reference.end)
    if piece.span.end - piece.span.start == len(piece.text) + 2:
        return Span(piece.span.start + 1 + reference.start, piece.span.start + 1 + reference.end)
    return piece.span
