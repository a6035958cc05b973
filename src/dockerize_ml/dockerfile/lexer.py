"""The shell-like words of BuildKit: quotes, escapes and ``${…}`` of instructions that know variables.

This is no shell: ``${x^^}`` is refused, and so is a quote without its partner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.patterns import compiled, is_costly, replace, without_prefix, without_suffix
from dockerize_ml.dockerfile.spaces import SPACES

if TYPE_CHECKING:
    from collections.abc import Callable

SPECIAL = "@*#?-$!0"
"""Characters that are a variable's whole name in a shell."""


DEEPEST = 60
"""How many ``${…:-${…}}`` may stand inside each other; BuildKit has no limit, Python's stack has."""

_OPERATORS = frozenset({"}", "-", "+", "?", ":-", ":+", ":?", "#", "%", "/"})


class Absent(Enum):
    """Why a variable has no value: it was never set, or only the build will tell."""

    UNSET = "unset"
    UNKNOWN = "unknown"


@lru_cache
def _plain(escape: str, stop: str) -> re.Pattern[str]:
    """What stands for itself up to the next character that may mean something."""
    return re.compile(rf"[^$'\"{re.escape(escape + stop)}]+")


def unknown(_name: str) -> Absent:
    """Look no variable up, so that each stays as it is written."""
    return Absent.UNKNOWN


class LexReference(NamedTuple):
    """``$name`` or ``${name…}`` at a range of the text; ``operator`` is ``:-``, ``#``, ``/`` and so on, or empty."""

    name: str
    operator: str
    start: int
    end: int


class LexWord(NamedTuple):
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
        lookup: a variable's value. Unset ones are empty, unknown ones stay as they are written.
        quotes: whether quotes mean anything.
        raw_quotes: keep the quotes.
        raw_escapes: keep the escape characters.

    ``given_up`` says that a pattern was too costly to match, so that the text is not what the engine would make of it.
    """

    source: str
    escape: str = "\\"
    lookup: Callable[[str], str | Absent] = unknown
    quotes: bool = True
    raw_quotes: bool = False
    raw_escapes: bool = False
    at: int = 0
    depth: int = 0
    given_up: bool = False
    references: list[LexReference] = field(default_factory=list)

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
        plain = _plain(self.escape, stop) if words is None else None
        while char := self._peek():
            if char == stop:
                break
            if plain and (run := plain.match(self.source, self.at)):
                self.at = run.end()
                pieces.append(run[0])
                continue
            pieces.append(self._piece(char, words))
        else:
            if stop:
                raise LexError(f"unexpected end of statement while looking for matching {stop}")
        self.at += bool(stop)
        self.raw_escapes = before
        return "".join(pieces)

    def _piece(self, char: str, words: _Words | None) -> str:
        start = self.at
        if char == "$":
            text = self._dollar()
            if words is not None:
                words.add(text, start, self.at)
            return text
        if self.quotes and char in "'\"":
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
        plain = _plain(self.escape, "")
        while (char := self._peek()) and char != '"':
            if run := plain.match(self.source, self.at):
                self.at = run.end()
                pieces.append(run[0])
                continue
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
        start = self.at
        self.at += 1
        if self._peek() != "{":
            name = self._name()
            if not name:
                return "$"
            self.references.append(LexReference(name, "", start, self.at))
            return self._plain(name, f"${name}")
        self.at += 1
        following = self._peek()
        if not following:
            raise LexError("syntax error: missing '}'")
        if following in "{}:":
            raise LexError("syntax error: bad substitution")
        return self._substitution(start)

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

    def _plain(self, name: str, written: str) -> str:
        value = self.lookup(name)
        if isinstance(value, str):
            return value
        return written if value is Absent.UNKNOWN else ""

    def _substitution(self, start: int) -> str:
        name = self._name()
        operator = self._operator()
        if operator == "/":
            written, result = self._replaced(name)
        elif operator == "}":
            operator, written, result = "", f"${{{name}}}", None
        else:
            written, result = self._chosen(name, operator)
        self.references.append(LexReference(name, operator, start, self.at))
        return self._plain(name, written) if result is None else result

    def _operator(self) -> str:
        operator = self._next()
        if operator == ":":
            operator += self._next()
        if operator not in _OPERATORS:
            raise LexError(f"unsupported modifier ({operator}) in substitution")
        return operator

    def _chosen(self, name: str, operator: str) -> tuple[str, str | None]:
        """``${name:-word}`` and its kin: as it is written, and what it stands for if that is known."""
        trims = operator in ("#", "%")
        word = self._word("}", "}", raw_escapes=trims)
        written = f"${{{name}{operator}{word}}}"
        if trims:
            compiled(word)
        value = self.lookup(name)
        if value is Absent.UNKNOWN:
            return written, None
        text = "" if isinstance(value, Absent) else value
        if trims and is_costly(text, word):
            self.given_up = True
            return written, written
        if trims:
            return written, (without_prefix if operator == "#" else without_suffix)(text, word)
        unset = isinstance(value, Absent)
        return written, _alternative(name, text, operator, word, unset=unset)

    def _replaced(self, name: str) -> tuple[str, str | None]:
        """``${name/pattern/replacement}``: as it is written, and what it stands for if that is known."""
        everywhere = self._peek() == "/"
        self.at += everywhere
        pattern = self._word("/", "/", raw_escapes=True)
        replacement = self._word("}", "}", raw_escapes=True)
        compiled(pattern)
        written = f"${{{name}/{'/' * everywhere}{pattern}/{replacement}}}"
        value = self.lookup(name)
        if value is Absent.UNKNOWN:
            return written, None
        text = "" if isinstance(value, Absent) else value
        if is_costly(text, pattern):
            self.given_up = True
            return written, written
        return written, replace(text, pattern, replacement, everywhere=everywhere)

    def _word(self, stop: str, missing: str, *, raw_escapes: bool) -> str:
        if self.depth >= DEEPEST:
            raise LexError("variables are nested too deeply")
        self.depth += 1
        try:
            word = self._until(stop, raw_escapes=raw_escapes, words=None)
        except LexError as error:
            if self._peek():
                raise
            raise LexError(f"syntax error: missing '{missing}'") from error
        self.depth -= 1
        return word


def _alternative(name: str, text: str, operator: str, word: str, *, unset: bool) -> str:
    """What stands for ``${name:-word}``, ``${name+word}`` or ``${name:?word}``."""
    missing = unset or (operator[0] == ":" and not text)
    match operator[-1]:
        case "-":
            return word if missing else text
        case "+":
            return "" if missing else word
        case _ if missing:
            reason = "is not allowed to be unset" if unset else "is not allowed to be empty"
            raise LexError(f"{name}: {word or reason}")
        case _:
            return text
