import pytest

from dockerize_ml.dockerfile.nodes import Position
from dockerize_ml.report.cells import width
from dockerize_ml.report.excerpt import PIPED_WIDTH, excerpt
from dockerize_ml.report.screen import PLAIN, Screen
from dockerize_ml.report.source import Source

SHORT = "FROM debian\nRUN apt-get update && \\\n  apt-get install curl\n"
LONG = "RUN a && \\\n  b && \\\n  c && \\\n  d && \\\n  e && \\\n  f && \\\n  g\n"
A_WORD = """
   1 | FROM debian
     |      ^^^^^^
"""
A_PLACE = """
   1 | FROM debian
     |      ^
"""
LINE_END = """
   1 | FROM debian
     |            ^
"""
WHOLE_LINE = """
   1 | FROM debian
     | ^^^^^^^^^^^
"""
TWO_LINES = """
   2 | / RUN apt-get update && \\
   3 | |   apt-get install curl
     | |______________________^
"""
FROM_A_WORD = """
   2 |   RUN apt-get update && \\
     |  _____^
   3 | |   apt-get install curl
     | |_________^
"""
SEVEN_LINES = """
   1 | / RUN a && \\
   2 | |   b && \\
   3 | |   c && \\
 ... | |
   7 | |   g
     | |___^
"""
WIDE = """
   1 | LABEL a=日本 b=c
     |              ^^^
"""
TABS = """
   1 | RUN pip     install
     |     ^^^
"""
CONTROL = """
   1 | RUN \\x1b[2J rm
     |             ^^
"""
ACCENT = "\n   1 | LABEL a=e\u0301 b\n     |           ^\n"

CASES = {
    "a word": (SHORT, (1, 6), (1, 12), A_WORD),
    "a place without length": (SHORT, (1, 6), (1, 6), A_PLACE),
    "the end of a line": (SHORT, (1, 12), (1, 12), LINE_END),
    "an end that the line does not have": (SHORT, (1, 6), (1, 99), A_WORD),
    "a line with its newline": (SHORT, (1, 1), (2, 1), WHOLE_LINE),
    "two lines": (SHORT, (2, 1), (3, 23), TWO_LINES),
    "from the middle of a line": (SHORT, (2, 5), (3, 10), FROM_A_WORD),
    "many lines": (LONG, (1, 1), (7, 4), SEVEN_LINES),
    "wide characters take two cells": ("LABEL a=日本 b=c\n", (1, 12), (1, 15), WIDE),
    "a tab fills up to the next stop": ("RUN\tpip\t\tinstall\n", (1, 5), (1, 8), TABS),
    "a control character is shown": ("RUN \x1b[2J rm\n", (1, 10), (1, 12), CONTROL),
    "an accent takes no cell of its own": ("LABEL a=e\u0301 b\n", (1, 12), (1, 13), ACCENT),
    "a carriage return is no part of a line": (SHORT.replace("\n", "\r\n"), (1, 6), (1, 12), A_WORD),
}


@pytest.mark.parametrize(("text", "start", "end", "expected"), CASES.values(), ids=CASES)
def test_marks_stand_under_the_very_words(
    text: str, start: tuple[int, int], end: tuple[int, int], expected: str
) -> None:
    ascii_only = Screen(unicode=False)
    rows = excerpt(Source(text), Position(*start), Position(*end), ascii_only, "error")
    assert "\n".join(rows) == expected.strip("\n")


def test_many_lines_with_the_signs_of_a_modern_terminal() -> None:
    rows = excerpt(Source(SHORT), Position(2, 1), Position(3, 10), PLAIN, "error")
    assert list(rows) == [
        "   2 │ ╭ RUN apt-get update && \\",
        "   3 │ │   apt-get install curl",
        "     │ ╰─────────^",
    ]


LINE = "RUN " + "x" * 300 + " here " + "y" * 300
PLACES = {
    "at the beginning": (1, 4),
    "in the middle": (306, 310),
    "at the end": (len(LINE) - 3, len(LINE) + 1),
    "longer than the screen": (1, len(LINE) + 1),
}


@pytest.mark.parametrize(("start", "end"), PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("screen", [Screen(width=80), Screen(width=80, unicode=False), Screen(width=40), PLAIN])
def test_of_a_long_line_the_part_around_the_words_is_shown(start: int, end: int, screen: Screen) -> None:
    text, marks = excerpt(Source(LINE), Position(1, start), Position(1, end), screen, "error")
    limit = screen.width or PIPED_WIDTH
    assert width(text) <= limit
    assert width(marks) <= limit
    words = "".join(char for char, mark in zip(text, marks, strict=False) if mark == "^")
    assert words[:10] == LINE[start - 1 : end - 1][:10]


@pytest.mark.parametrize("before", ["\x1b" * 60, "日" * 60, "\t" * 60, "\U000e0041" * 60, "\udce9" * 60])
@pytest.mark.parametrize("columns", [30, 40, 80])
def test_what_takes_more_room_than_a_letter_moves_no_words_off_the_screen(before: str, columns: int) -> None:
    screen = Screen(width=columns, unicode=False)
    source = Source(f"{before}here\nand on\n")
    text, marks = excerpt(source, Position(1, 61), Position(1, 65), screen, "error")
    assert width(text[: text.index("here")]) == marks.index("^")
    assert marks.endswith(" ^^^^")
    for end in (Position(1, 65), Position(2, 5)):
        assert all(width(row) <= columns for row in excerpt(source, Position(1, 61), end, screen, "error"))


def test_a_line_of_a_megabyte_costs_no_more_than_the_screen() -> None:
    source = Source("RUN " + "x\t" * 500_000)
    for column in range(1, 1_000_000, 1000):
        list(excerpt(source, Position(1, column), Position(1, column + 100), Screen(width=80), "error"))


def test_a_file_without_that_line_still_gives_a_mark() -> None:
    assert list(excerpt(Source(""), Position(3, 1), Position(3, 5), PLAIN, "error")) == ["   3 │", "     │ ^"]
