"""Sentences folded to the width at hand."""

from collections.abc import Iterator

from dockerize_ml.report.cells import width
from dockerize_ml.report.screen import Screen

COMFORTABLE = 88  # longer lines are hard to read, whatever the terminal's width


def folded(text: str, screen: Screen, *, indent: int = 0) -> Iterator[str]:
    """The lines of a paragraph, indented and with its code painted; in a pipe it stays one line.

    A word that is longer than a line stays whole, so that it can be copied.
    """
    room = None if screen.width is None else min(screen.width, COMFORTABLE) - indent
    for line in _lines(text.split(" "), room):
        yield (" " * indent + screen.code(line)).rstrip()


def paragraphs(text: str, screen: Screen, *, indent: int = 0) -> Iterator[str]:
    """Several paragraphs; an indented line in one (a list, code) is kept as it is."""
    for at, paragraph in enumerate(text.strip("\n").split("\n\n")):
        if at:
            yield ""
        lines = paragraph.splitlines()
        if any(line.startswith((" ", "* ", "- ")) for line in lines):
            yield from (f"{' ' * indent}{screen.code(line)}".rstrip() for line in lines)
            continue
        yield from folded(" ".join(lines), screen, indent=indent)


def _lines(words: list[str], room: int | None) -> Iterator[str]:
    line = ""
    for word in words:
        joined = f"{line} {word}" if line else word
        if line and room is not None and width(joined) > room:
            yield line
            joined = word
        line = joined
    yield line
