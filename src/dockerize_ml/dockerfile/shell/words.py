"""A word as the shell sees it: quotes and escapes taken away, every character still at its place."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from dockerize_ml.dockerfile.nodes import Joined, Span
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.dockerfile.shell.source import nest

_SPECIAL = re.compile(r"[\\'\"$`]")
_IN_DOUBLE = re.compile(r"[\\\"$`]")
_VARIABLE = re.compile(r"\$(?:[A-Za-z_]\w*|[\d@*#?$!-])", re.ASCII)
_BACKTICKS = re.compile(r"`(?:\\.|[^`\\])*`", re.DOTALL)
_OUTSIDE = re.compile(r"\\.|`(?:\\.|[^`\\])*`|'[^']*'|\$?[({]|[\")}]", re.DOTALL)
_IN_QUOTES = re.compile(r"\\.|`(?:\\.|[^`\\])*`|\$[({]|\"", re.DOTALL)
_OPENING = {"(": ")", "{": "}", "$(": ")", "${": "}", '"': '"'}
_ANSI = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "e": "\x1b", "f": "\f"}


def shell_word(source: Joined, start: int, end: int) -> ShellWord:
    """The word that stands at ``source.text[start:end]``."""
    text = source.text[start:end]
    if not _SPECIAL.search(text):
        return _plain(text, source, start, end)
    reading = _Reading(text, start)
    reading.run()
    value = Joined("".join(reading.parts), tuple(reading.starts), tuple(reading.offsets))
    if not value.starts:
        value = Joined("", (0,), (start,))
    return ShellWord(text, nest(value, source), literal=reading.literal, span=source.span(start, end))


def _plain(text: str, source: Joined, start: int, end: int) -> ShellWord:
    """A word that means what it says; nearly every word is one, and stands in one piece."""
    starts = source.starts
    piece = bisect_right(starts, start) - 1
    if piece < 0 or (piece + 1 < len(starts) and starts[piece + 1] < end):
        value = nest(Joined(text, (0,), (start,)), source)
        return ShellWord(text, value, literal=True, span=source.span(start, end))
    at = source.offsets[piece] + start - starts[piece]
    return ShellWord(text, Joined(text, (0,), (at,)), literal=True, span=Span(at, at + end - start))


@dataclass
class _Reading:
    """The state while the quotes of one word are taken away."""

    text: str
    base: int

    def __post_init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.offsets: list[int] = []
        self.literal = True
        self.length = 0

    def keep(self, part: str, at: int) -> None:
        """Append text that stands at ``at`` in the word."""
        if not part:
            return
        self.parts.append(part)
        self.starts.append(self.length)
        self.offsets.append(self.base + at)
        self.length += len(part)

    def run(self) -> None:
        """Read the word from left to right."""
        text, at = self.text, 0
        while at < len(text):
            match = _SPECIAL.search(text, at)
            stop = match.start() if match else len(text)
            self.keep(text[at:stop], at)
            at = self.special(stop) if match else stop

    def special(self, at: int) -> int:
        """Read one quoted, escaped or expanded part; return where it ends."""
        text = self.text
        if text.startswith("$'", at):
            return self.ansi(at + 2)
        if text.startswith('$"', at):
            return self.double(at + 2)
        match text[at]:
            case "'":
                end = text.find("'", at + 1)
                end = len(text) if end < 0 else end
                self.keep(text[at + 1 : end], at + 1)
                return end + 1
            case '"':
                return self.double(at + 1)
            case "\\":
                if not text.startswith("\\\n", at):
                    self.keep(text[at + 1 : at + 2], at + 1)
                return at + 2
            case _:
                return self.expansion(at)

    def double(self, at: int) -> int:
        """Read up to the closing double quote."""
        text = self.text
        while at < len(text):
            match = _IN_DOUBLE.search(text, at)
            stop = match.start() if match else len(text)
            self.keep(text[at:stop], at)
            if match is None:
                return stop
            if text[stop] == '"':
                return stop + 1
            if text[stop] != "\\":
                at = self.expansion(stop)
                continue
            if text[stop + 1 : stop + 2] in ("$", "`", '"', "\\"):
                self.keep(text[stop + 1], stop + 1)
            elif text[stop + 1 : stop + 2] != "\n":
                self.keep(text[stop : stop + 2], stop)
            at = stop + 2
        return at

    def ansi(self, at: int) -> int:
        r"""Read up to the closing quote of ``$'…'``; escapes by number stay as they are."""
        text = self.text
        while at < len(text) and text[at] != "'":
            if text[at] == "\\" and text[at + 1 : at + 2] in _ANSI:
                self.keep(_ANSI[text[at + 1]], at)
                at += 2
            else:
                self.keep(text[at], at)
                at += 1
        return at + 1

    def expansion(self, at: int) -> int:
        """Keep ``$x``, ``${…}``, ``$(…)`` or a part in backticks as written."""
        end = expansion_end(self.text, at)
        self.literal = self.literal and self.text[at:end] == "$"
        self.keep(self.text[at:end], at)
        return end


def expansion_end(text: str, at: int) -> int:
    """Where the expansion that begins at ``at`` ends; quotes and brackets inside are heeded."""
    if text[at] == "`":
        match = _BACKTICKS.match(text, at)
        return match.end() if match else len(text)
    if text[at : at + 2] not in _OPENING:
        match = _VARIABLE.match(text, at)
        return match.end() if match else at + 1
    awaited = [_OPENING[text[at : at + 2]]]
    at += 2
    while awaited:
        match = (_IN_QUOTES if awaited[-1] == '"' else _OUTSIDE).search(text, at)
        if match is None:
            return len(text)
        at = match.end()
        if match[0] == awaited[-1]:
            awaited.pop()
        elif match[0] in _OPENING:
            awaited.append(_OPENING[match[0]])
    return at
