"""A word as the shell sees it: quotes and escapes taken away, every character still at its place."""

import re
from dataclasses import dataclass

from dockerize_ml.dockerfile.nodes import Joined
from dockerize_ml.dockerfile.shell.source import nest

_SPECIAL = re.compile(r"[\\'\"$`]")
_IN_DOUBLE = re.compile(r"[\\\"$`]")
_VARIABLE = re.compile(r"\$(?:[A-Za-z_]\w*|[\d@*#?$!-])", re.ASCII)
_BACKTICKS = re.compile(r"`(?:\\.|[^`\\])*`", re.DOTALL)
_OUTSIDE = re.compile(r"\\.|`(?:\\.|[^`\\])*`|'[^']*'|\$?[({]|[\")}]", re.DOTALL)
_IN_QUOTES = re.compile(r"\\.|`(?:\\.|[^`\\])*`|\$[({]|\"", re.DOTALL)
_OPENING = {"(": ")", "{": "}", "$(": ")", "${": "}", '"': '"'}
_ANSI = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "e": "\x1b", "f": "\f"}


def is_plain(text: str) -> bool:
    """Whether a word means just what is written."""
    return _SPECIAL.search(text) is None


def unquoted(origin: Joined, start: int, end: int) -> tuple[Joined, bool]:
    """The word at ``origin.text[start:end]`` without its quotes, and whether the shell leaves it at that."""
    reading = _Reading(origin.text[start:end], start)
    reading.run()
    if not reading.starts:
        reading.starts, reading.offsets = [0], [start]
    value = Joined("".join(reading.parts), tuple(reading.starts), tuple(reading.offsets))
    return nest(value, origin), reading.literal


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
