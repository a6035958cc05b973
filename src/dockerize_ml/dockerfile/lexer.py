"""The shell-like words of BuildKit: quotes, escapes and ``${…}`` of instructions that know variables.

This is no shell: ``${x^^}`` is refused, and so is a quote without its partner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.patterns import replace, without_prefix, without_suffix
from dockerize_ml.dockerfile.spaces import SPACES

if TYPE_CHECKING:
    from collections.abc import Callable

SPECIAL = "@*#?-$!0"
"""Characters that are a variable's whole name in a shell."""


class LexError(ValueError):
    """Text that BuildKit refuses, in its own few words."""


@dataclass(frozen=True, slots=True)
class LexWord:
    """A word and the range of the text that it came from."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Words:
    """Words as they grow."""

    done: list[LexWord] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    start: int = 0
    growing: bool = False

    def add_raw(self, text: str, start: int) -> None:
        if not self.growing:
            self.start = start
            self.growing = True
        self.pieces.append(text)

    def add(self, text: str, start: int, end: int) -> None:
        """Add text whose blanks end a word."""
        for char in text:
            if char not in SPACES:
                self.add_raw(char, start)
            elif self.growing:
                self.finish(end if len(text) > 1 else start)

    def finish(self, end: int) -> None:
        if text := "".join(self.pieces):
            self.done.append(LexWord(text, self.start, end))
            self.growing = False
        self.pieces.clear()


@dataclass(slots=True)
class Lexer:
    """One reading of a text.

    Args:
        source: the text.
        escape: the escape character.
        lookup: a variable's value, or None where it has none.
        keep_unset: leave variables without a value as they are written.
        raw_quotes: keep the quotes.
        raw_escapes: keep the escape characters.
    """

    source: str
    escape: str = "\\"
    lookup: Callable[[str], str | None] | None = None
    keep_unset: bool = False
    raw_quotes: bool = False
    raw_escapes: bool = False
    at: int = 0

    def text(self) -> str:
        """The whole text with variables replaced and quotes removed."""
        return self._until("", raw_escapes=self.raw_escapes, words=None)

    def words(self) -> list[LexWord]:
        """The text split at the blanks outside quotes."""
        words = _Words()
        self._until("", raw_escapes=self.raw_escapes, words=words)
        words.finish(len(self.source))
        return words.done

    def _peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def _next(self) -> str:
        char = self.source[self.at : self.at + 1]
        self.at += 1
        return char

    def _until(self, stop: str, *, raw_escapes: bool, words: _Words | None) -> str:
        """Read up to ``stop`` (the end of the text if it is empty) and step behind it."""
        before, self.raw_escapes = self.raw_escapes, raw_escapes
        pieces: list[str] = []
        while char := self._peek():
            if char == stop:
                break
            pieces.append(self._piece(char, words))
        else:
            if stop:
                raise LexError(f"unexpected end of statement while looking for matching {stop}")
        self.at += 1
        self.raw_escapes = before
        return "".join(pieces)

    def _piece(self, char: str, words: _Words | None) -> str:
        start = self.at
        if char == "$":
            text = self._dollar()
            if words is not None:
                words.add(text, start, self.at)
            return text
        if char in "'\"":
            text = self._single_quoted() if char == "'" else self._double_quoted()
        elif char == self.escape:
            self.at += 1
            # The escape character at the very end escapes nothing.
            escaped = self._next()
            text = (char if self.raw_escapes else "") + escaped
            if not text:
                return ""
        else:
            self.at += 1
            if words is not None:
                words.add(char, start, self.at)
            return char
        if words is not None:
            words.add_raw(text, start)
        return text

    def _single_quoted(self) -> str:
        start = self.at
        end = self.source.find("'", start + 1)
        if end < 0:
            raise LexError("unexpected end of statement while looking for matching single-quote")
        self.at = end + 1
        return self.source[start : end + 1] if self.raw_quotes else self.source[start + 1 : end]

    def _double_quoted(self) -> str:
        quote = self._next() if self.raw_quotes else ""
        self.at += not self.raw_quotes
        pieces = [quote]
        while (char := self._peek()) and char != '"':
            if char == "$":
                pieces.append(self._dollar())
                continue
            self.at += 1
            if char == self.escape:
                char = self._escaped_in_quotes(char)
            pieces.append(char)
        if not char:
            raise LexError("unexpected end of statement while looking for matching double-quote")
        self.at += 1
        return "".join(pieces) + quote

    def _escaped_in_quotes(self, escape: str) -> str:
        kept = escape if self.raw_escapes else ""
        following = self._peek()
        if not following:
            return kept
        # Before anything else the escape character stands for itself.
        if following in ('"', "$", escape):
            return kept + self._next()
        return kept + escape

    def _dollar(self) -> str:
        self.at += 1
        if self._peek() != "{":
            return self._bare_name()
        self.at += 1
        following = self._peek()
        if not following:
            raise LexError("syntax error: missing '}'")
        if following in "{}:":
            raise LexError("syntax error: bad substitution")
        name = self._name()
        return self._substitution(name, self._next())

    def _bare_name(self) -> str:
        name = self._name()
        if not name:
            return "$"
        value = self._value(name)
        if value is None:
            return f"${name}" if self.keep_unset else ""
        return value

    def _name(self) -> str:
        start = self.at
        first = self._peek()
        if first.isdecimal():
            while self._peek().isdecimal():
                self.at += 1
            return self.source[start : self.at]
        if first and first in SPECIAL:
            self.at += 1
            return first
        while (char := self._peek()) and (char == "_" or char.isalpha() or char.isdecimal()):
            self.at += 1
        return self.source[start : self.at]

    def _value(self, name: str) -> str | None:
        return None if self.lookup is None else self.lookup(name)

    def _substitution(self, name: str, operator: str) -> str:
        if operator == "}":
            value = self._value(name)
            if value is None:
                return f"${{{name}}}" if self.keep_unset else ""
            return value
        if operator == "/":
            return self._replacement(name)
        colon = operator == ":"
        if colon:
            operator = self._next()
        trims = operator in ("#", "%")
        if (colon and trims) or operator not in ("+", "-", "?", "#", "%"):
            raise LexError(f"unsupported modifier ({':' if colon else ''}{operator}) in substitution")
        word = self._word("}", "}", raw_escapes=trims)
        value = self._value(name)
        if value is None and self.keep_unset:
            return f"${{{name}{':' if colon else ''}{operator}{word}}}"
        if trims:
            cut = without_prefix if operator == "#" else without_suffix
            return cut(value or "", word)
        return _chosen(name, value, operator, word, empty_is_unset=colon)

    def _replacement(self, name: str) -> str:
        everywhere = self._peek() == "/"
        self.at += everywhere
        pattern = self._word("/", "/", raw_escapes=True)
        replacement = self._word("}", "}", raw_escapes=True)
        value = self._value(name)
        if value is None and self.keep_unset:
            return f"${{{name}/{'/' * everywhere}{pattern}/{replacement}}}"
        return replace(value or "", pattern, replacement, everywhere=everywhere)

    def _word(self, stop: str, missing: str, *, raw_escapes: bool) -> str:
        try:
            return self._until(stop, raw_escapes=raw_escapes, words=None)
        except LexError as error:
            if self._peek():
                raise
            raise LexError(f"syntax error: missing '{missing}'") from error


def _chosen(name: str, value: str | None, operator: str, word: str, *, empty_is_unset: bool) -> str:
    """What ``${name:-word}`` and its kin stand for."""
    unset = value is None or (empty_is_unset and not value)
    match operator:
        case "-":
            return word if unset else value or ""
        case "+":
            return "" if unset else word
        case _ if unset:
            reason = "is not allowed to be unset" if value is None else "is not allowed to be empty"
            raise LexError(f"{name}: {word or reason}")
        case _:
            return value or ""
