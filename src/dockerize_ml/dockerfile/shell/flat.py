"""The short way: scripts that only join plain commands are read without loading a grammar.

It answers exactly as ``tree`` does, or not at all: None for all that has brackets, substitutions, heredocs or keywords.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.shell.raw import Around, Range, RawCommand, RawPipe, RawRedirect, RawScript

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.shell.nodes import Operator

_EXPANSION = r"\$(?:[A-Za-z_]\w*|[\d@*#?]|\{[A-Za-z_]\w*(?::?[-+=?][\w./:@+-]*)?\})"
_DOUBLE = rf'"(?:[^"\\$`]|\\[^\n]|{_EXPANSION})*+"'
_PLAIN = r"[\w./:=@%+,^~*?\[\]{}!\-#\x80-\U0010ffff]"
_WORD = rf"(?!#|\\[ \t])(?:{_PLAIN}++|\\[^\n]|'[^']*'|{_DOUBLE}|{_EXPANSION})++"
_TOKEN = re.compile(
    r"(?P<blank>(?:[ \t]|(?<=\s)\\\n|\\\n(?=\s))++|#[^\n]*)"
    r"|(?P<operator>&&|\|\||\|&|[|;\n]|&(?![>&]))"
    rf"|(?P<redirect>(?:(?<![^\s;&|])\d++)?(?:>>|>&|<&|>\||[<>])|&>>?)[ \t]*(?P<target>{_WORD})"
    rf"|(?P<word>{_WORD})",
    re.ASCII,
)
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*(?:\[[^\]\s]*\])?\+?=", re.ASCII)
_KEYWORDS = frozenset((
    "if", "then", "else", "elif", "fi", "for", "select", "while", "until", "do", "done", "case", "esac", "function",
    "!", "]]", "declare", "typeset", "local", "coproc",
))  # fmt: skip
_OPERATORS: dict[str, Operator] = {
    "&&": "&&", "||": "||", ";": ";", "\n": ";", "&": "&", "|": "|", "|&": "|",
}  # fmt: skip
_GOES_ON = frozenset(("&&", "||", "|"))


def read(text: str) -> RawScript | None:
    """Read a script, or None where it takes a grammar to."""
    reading = _Reading(text)
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() != at or not reading.take(match):
            return None
        at = match.end()
    return reading.result() if at == len(text) else None


class _Reading:
    """The commands read so far, and the one being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pipes: list[RawPipe] = []
        # Each command, still without the operators around it; those stand between them.
        self.commands: list[tuple[list[Range], list[Range], list[RawRedirect]]] = []
        self.operators: list[Operator | None] = [None]
        self.ending = ""
        self.words: list[Range] = []
        self.assignments: list[Range] = []
        self.redirects: list[RawRedirect] = []

    def take(self, match: re.Match[str]) -> bool:
        """Take one token; False where it needs a grammar."""
        match match.lastgroup:
            case "word":
                return self.word(match)
            case "operator":
                return self.operator(match)
            case "target":
                self.redirects.append(RawRedirect(match.span("redirect"), match.span("target")))
                return bool(self.words)
            case _:
                return True

    def word(self, match: re.Match[str]) -> bool:
        span = match.span()
        if self.words:
            self.words.append(span)
            return True
        if _ASSIGNMENT.match(self.text, span[0]):
            self.assignments.append(span)
            return True
        self.words.append(span)
        return match[0] not in _KEYWORDS and match[0][0] not in "[{}"

    def operator(self, match: re.Match[str]) -> bool:
        operator = _OPERATORS[match[0]]
        if not self.words and not self.assignments:
            # A new line goes on with what was joined before it; any other operator needs a command in front of it.
            return match[0] == "\n"
        self.finish()
        self.operators.append(operator)
        self.ending = match[0]
        if operator == "|":
            self.pipes.append(RawPipe(match.span(), frozenset()))
        return True

    def finish(self) -> None:
        """The command being read is complete."""
        self.commands.append((self.words, self.assignments, self.redirects))
        self.words, self.assignments, self.redirects = [], [], []

    def result(self) -> RawScript | None:
        if self.words or self.assignments:
            self.finish()
            self.operators.append(None)
        elif self.ending == "\n":
            self.operators[-1] = None
        if self.operators[-1] in _GOES_ON:
            return None
        joined = zip(self.commands, pairwise(self.operators), strict=False)
        commands = [
            RawCommand(tuple(words), tuple(assignments), tuple(redirects), _around(before, after))
            for (words, assignments, redirects), (before, after) in joined
        ]
        return RawScript(tuple(commands), tuple(self.pipes), has_error=False)


def _around(before: Operator | None, after: Operator | None) -> Around:
    return Around(before, after, before == "|", after == "|")
