"""The text of a linted file: its lines, and where an offset stands."""

from bisect import bisect_right
from functools import cached_property

from dockerize_ml.dockerfile.nodes import Position


class Source:
    """A file's text; lines end at a newline and count from 1, columns count characters from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    def line(self, number: int) -> str:
        """Line ``number`` without its line ending; empty where the file has no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, offset: int) -> Position:
        """The line and column of a character offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts = [0]
        while found := self.text.find("\n", starts[-1]) + 1:
            starts.append(found)
        return tuple(starts)
