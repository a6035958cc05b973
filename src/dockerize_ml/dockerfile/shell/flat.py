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
_PLAIN = r"""[^\x00-\x20\x7f"$&'();<>\\`|]"""
_WORD = rf"(?!#|\\[ \t]|(?<![^\s;&|])\d++[<>])(?:{_PLAIN}++|\\[^\n]|'[^']*'|{_DOUBLE}|{_EXPANSION})++"
_TOKEN = re.compile(
    rf"[ \t]*+(?:(?P<word>{_WORD})"
    r"|(?P<operator>&&|\|\||\|&|[|;\n]|&(?![>&]))"
    rf"|(?P<redirect>(?:(?<![^\s;&|])\d++)?(?:>>|>&|<&|>\||[<>])|&>>?)[ \t]*+(?P<target>{_WORD})"
    r"|(?P<blank>(?<=\s)\\\n|\\\n(?=\s)|#[^\n]*|\Z))",
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
    take, at = reading.take, 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start != at:
            return None
        at = end
        # Nearly everything is a word behind another.
        if match.lastgroup == "word" and reading.words:
            reading.words.append(match.span("word"))
        elif not take(match):
            return None
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
        word, span = match["word"], match.span("word")
        if _ASSIGNMENT.match(word):
            self.assignments.append(span)
            return True
        self.words.append(span)
        return word not in _KEYWORDS and word[0] not in "[{}"

    def operator(self, match: re.Match[str]) -> bool:
        written = match["operator"]
        operator = _OPERATORS[written]
        if not self.words and not self.assignments:
            # A new line goes on with what was joined before it; any other operator needs a command in front of it.
            return written == "\n"
        self.finish()
        self.operators.append(operator)
        self.ending = written
        if operator == "|":
            self.pipes.append(RawPipe(match.span("operator"), frozenset()))
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
