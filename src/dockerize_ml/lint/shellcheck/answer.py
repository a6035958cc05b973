"""ShellCheck's JSON, turned into remarks with indices instead of lines and columns."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypedDict

from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.shellcheck.remark import Remark, Replacement
from dockerize_ml.lint.shellcheck.script import HEAD_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator


_WORD = re.compile(r"\w+|\S")


class _Place(TypedDict):
    line: int
    column: int
    endLine: int
    endColumn: int


class _Replacement(_Place):
    replacement: str


class _Fix(TypedDict):
    replacements: list[_Replacement]


class _Comment(_Place):
    file: str
    level: str
    code: int
    message: str
    fix: _Fix | None


class _Answer(TypedDict):
    comments: list[_Comment]


def read_answer(output: str, texts: dict[str, str]) -> dict[str, tuple[Remark, ...]]:
    """The remarks by file; ``texts`` has the script in each file."""
    answer: _Answer = json.loads(output)
    comments: dict[str, list[_Comment]] = {file: [] for file in texts}
    for comment in answer["comments"]:
        comments[comment["file"]].append(comment)
    return {file: tuple(_remarks(found, texts[file])) for file, found in comments.items()}


def _remarks(comments: list[_Comment], text: str) -> Iterator[Remark]:
    if not comments:
        return
    lines = _line_starts(text)
    for comment in comments:
        if comment["line"] <= HEAD_LINES:
            continue
        start, end = _visible(*_range(comment, lines, len(text)), text)
        edits = tuple(_edits(comment["fix"], lines, len(text)))
        yield Remark(f"SC{comment['code']}", _level(comment["level"]), comment["message"], start, end, edits)


def _visible(start: int, end: int, text: str) -> tuple[int, int]:
    """A range to be shown: where ShellCheck names only a point, the word there."""
    if start < end:
        return start, end
    word = _WORD.match(text, start)
    return start, word.end() if word else end


def _edits(fix: _Fix | None, lines: list[int], length: int) -> Iterator[Replacement]:
    for each in fix["replacements"] if fix else ():
        yield (*_range(each, lines, length), each["replacement"])


def _range(place: _Place, lines: list[int], length: int) -> tuple[int, int]:
    start = _index(place["line"], place["column"], lines, length)
    return start, max(start, _index(place["endLine"], place["endColumn"], lines, length))


def _index(line: int, column: int, lines: list[int], length: int) -> int:
    row = line - HEAD_LINES - 1
    return min(lines[row] + column - 1, length) if row < len(lines) else length


def _line_starts(text: str) -> list[int]:
    starts = [0]
    while (newline := text.find("\n", starts[-1])) >= 0:
        starts.append(newline + 1)
    return starts


def _level(name: str) -> Level:
    return Level(name) if name in tuple(Level) else Level.INFO
