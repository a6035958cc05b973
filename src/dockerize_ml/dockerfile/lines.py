"""Physical lines, and the logical lines that continuations make of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Comment, Joined, Span
from dockerize_ml.dockerfile.source import byte_length
from dockerize_ml.dockerfile.spaces import SPACES

LONGEST_LINE = 65_535
"""In bytes, the line ending not counted: the buffer that BuildKit reads lines with."""


@dataclass(slots=True)
class Lines:
    """The lines of a text, read one after the other. ``at`` is the index of the next one."""

    raw: list[str]
    starts: list[int]
    at: int = 0

    @classmethod
    def of(cls, text: str) -> Lines:
        """Split a text at line feeds only, as BuildKit does."""
        raw = [line + "\n" for line in text.split("\n")]
        raw[-1] = raw[-1][:-1]
        if not raw[-1]:
            raw.pop()
        return cls(raw, list(accumulate(map(len, raw), initial=0)))

    @property
    def more(self) -> bool:
        """Whether there is another line."""
        return self.at < len(self.raw)

    @property
    def offset(self) -> int:
        """Where the next line starts."""
        return self.starts[self.at]

    def too_long(self) -> Span | None:
        """The first line that BuildKit's reader gives up on."""
        for number, line in enumerate(self.raw):
            # No character takes more than four bytes, so that short lines need no encoding.
            if len(line) * 4 > LONGEST_LINE and byte_length(line.rstrip("\n")) > LONGEST_LINE:
                return Span(self.starts[number], self.starts[number + 1])
        return None


class LogicalLine(NamedTuple):
    """An instruction's text, its continuations joined and what was between them."""

    joined: Joined
    comments: tuple[Comment, ...]
    empty: tuple[int, ...]


def content(line: str) -> str:
    """A line without its ending."""
    return line.rstrip("\r\n")


def comment_at(line: str, start: int) -> Comment | None:
    """The comment that a line is, if it is one."""
    text = content(line)
    body = text.lstrip(SPACES)
    if not body.startswith("#"):
        return None
    lead = len(text) - len(body)
    return Comment(Span(start + lead, start + len(text)), body[1:].strip(SPACES))


def read_logical_line(lines: Lines, escape: str) -> LogicalLine:
    """Read one line and those that continue it."""
    first = content(lines.raw[lines.at])
    text = first.lstrip(SPACES)
    start = lines.offset + len(first) - len(text)
    lines.at += 1
    piece, goes_on = _without_continuation(text, escape)
    if not goes_on:
        return LogicalLine(Joined(piece, (0,), (start,)), (), ())
    pieces, offsets = [piece], [start]
    comments: list[Comment] = []
    empty: list[int] = []
    while goes_on and lines.more:
        start = lines.offset
        line = lines.raw[lines.at]
        lines.at += 1
        text = content(line)
        bare = text.lstrip(SPACES)
        if not bare:
            empty.append(lines.at)
            continue
        if bare[0] == "#" and (comment := comment_at(line, start)):
            comments.append(comment)
            continue
        piece, goes_on = _without_continuation(text, escape)
        pieces.append(piece)
        offsets.append(start)
    return LogicalLine(_join(pieces, offsets), tuple(comments), tuple(empty))


def _without_continuation(text: str, escape: str) -> tuple[str, bool]:
    """The text before the escape character that ends it, and whether there was one; two in a row are none."""
    trimmed = text.rstrip(" \t")
    if not trimmed.endswith(escape) or trimmed[-2:-1] == escape:
        return text, False
    return trimmed[:-1], True


def _join(pieces: list[str], offsets: list[int]) -> Joined:
    """Join pieces; empty ones are left out, so that each index belongs to one piece."""
    kept = [(piece, offset) for piece, offset in zip(pieces, offsets, strict=True) if piece]
    if not kept:
        return Joined("", (0,), (offsets[0],))
    starts = accumulate((len(piece) for piece, _ in kept[:-1]), initial=0)
    return Joined("".join(pieces), tuple(starts), tuple(offset for _, offset in kept))
