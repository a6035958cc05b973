"""How many cells of a terminal a text takes, and fitting it into so many."""

from unicodedata import combining, east_asian_width

from dockerize_ml.report.screen import Screen


def width(text: str) -> int:
    """The cells that ``text`` takes: two for a wide character, none for an accent on the one before."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def pad(text: str, cells: int) -> str:
    """The text with blanks behind it up to ``cells``."""
    return text + " " * (cells - width(text))


def cut(text: str, cells: int | None, screen: Screen) -> str:
    """The text, its end cut off and marked where it is longer than ``cells``."""
    if cells is None or width(text) <= cells:
        return text
    mark = screen.sign("cut")
    return head(text, cells - len(mark)).rstrip() + mark


def head(text: str, cells: int) -> str:
    """As much of the text's beginning as fits into ``cells``."""
    taken = 0
    for at, char in enumerate(text):
        taken += _cells(char)
        if taken > cells:
            return text[:at]
    return text


def _cells(char: str) -> int:
    if combining(char):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
