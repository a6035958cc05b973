"""Lines of a file with the words in question marked under them."""

from collections.abc import Iterator
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Position
from dockerize_ml.report.cells import cut, width
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen, Style
from dockerize_ml.report.source import Source

TAB = 4
PIPED_WIDTH = 400  # what a line of an excerpt may take where nobody's terminal sets a limit
SHOWN = 5  # more lines than this are shown by the first three and the last


class _Shown(NamedTuple):
    """A line made fit to print, and the cells at which the marked columns begin and end in it."""

    text: str
    start: int
    end: int


def excerpt(source: Source, start: Position, end: Position, screen: Screen, style: Style) -> Iterator[str]:
    """The lines from ``start`` to ``end``, numbered, with marks under the very words.

    Args:
        source: the file's text.
        start: the first character.
        end: behind the last character.
        screen: what can be shown.
        style: how the marks are painted.
    """
    end = _without_newline(source, start, end)
    frame = _Frame(screen, style, digits=max(4, len(str(end.line))))
    if start.line == end.line:
        return _one_line(frame, source.line(start.line), start, end)
    return _many_lines(frame, source, start, end)


class _Frame(NamedTuple):
    """The line numbers and the bar beside them."""

    screen: Screen
    style: Style
    digits: int

    @property
    def room(self) -> int:
        """The cells that are left for a line's text."""
        return max(20, (self.screen.width or PIPED_WIDTH) - self.digits - 6)

    def row(self, text: str, number: int | str = "") -> str:
        gutter = self.screen.paint(f"{number:>{self.digits}} {self.screen.sign('bar')}", "dim")
        return f"{gutter} {text}".rstrip()

    def mark(self, text: str) -> str:
        return self.screen.paint(text, self.style)


def _one_line(frame: _Frame, line: str, start: Position, end: Position) -> Iterator[str]:
    shown = _show(line, start.column - 1, end.column - 1, frame)
    yield frame.row(shown.text, start.line)
    yield frame.row(" " * shown.start + frame.mark("^" * max(1, shown.end - shown.start)))


def _many_lines(frame: _Frame, source: Source, start: Position, end: Position) -> Iterator[str]:
    sign = frame.screen.sign
    first = source.line(start.line)
    shown = _show(first, start.column - 1, len(first), frame)
    if first[: start.column - 1].strip():
        yield frame.row(f"  {shown.text}", start.line)
        yield frame.row(frame.mark(f" {sign('line') * (shown.start + 1)}^"))
    else:
        yield frame.row(f"{frame.mark(sign('top'))} {shown.text}", start.line)
    bar = frame.mark(sign("bar"))
    for number in _inner(start.line, end.line):
        if number is None:
            yield frame.row(bar, sign("more"))
            continue
        yield frame.row(f"{bar} {_show(source.line(number), 0, 0, frame).text}".rstrip(), number)
    last = _show(source.line(end.line), end.column - 2, end.column - 1, frame)
    yield frame.row(f"{bar} {last.text}", end.line)
    yield frame.row(frame.mark(f"{sign('foot')}{sign('line') * (last.start + 1)}^"))


def _inner(first: int, last: int) -> Iterator[int | None]:
    """The lines between the first and the last; None stands for those left out."""
    if last - first < SHOWN:
        yield from range(first + 1, last)
        return
    yield from (first + 1, first + 2, None)


def _show(line: str, start: int, end: int, frame: _Frame) -> _Shown:
    """A line made fit to print; of one that is too long, the part around the marked words."""
    start = min(max(start, 0), len(line))
    end = min(max(end, start), len(line))
    left = _left(line, start, frame.room)
    # Whatever the line's length, no more of it is looked at than could be shown.
    before = _printable(line[left:start], 0)
    words = _printable(line[start : min(end, start + frame.room)], width(before))
    after = _printable(line[end : end + frame.room], width(before) + width(words))
    skipped = frame.screen.sign("cut") if left else ""
    text = cut(f"{skipped}{before}{words}{after}", frame.room, frame.screen)
    begin = len(skipped) + width(before)
    return _Shown(text, begin, min(begin + width(words), max(begin + 1, width(text))))


def _left(line: str, start: int, room: int) -> int:
    """The first character to show, so that what stands before ``start`` takes no more than half of a long line."""
    if len(line) <= room and width(_printable(line, 0)) <= room:
        return 0
    budget = room // 2
    for left in range(start, 0, -1):
        budget -= width(_printable(line[left - 1], 0))
        if budget < 0:
            return left
    return 0


def _printable(text: str, column: int) -> str:
    if "\t" not in text:
        return safe(text)
    pieces = []
    for char in text:
        piece = " " * (TAB - column % TAB) if char == "\t" else safe(char)
        pieces.append(piece)
        column += width(piece)
    return "".join(pieces)


def _without_newline(source: Source, start: Position, end: Position) -> Position:
    """The end, moved to the line before where it stands at the beginning of a line: the mark is for the words."""
    if end.column > 1 or end.line <= start.line:
        return end
    return Position(end.line - 1, len(source.line(end.line - 1)) + 1)
