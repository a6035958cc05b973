"""Sentences folded to the width at hand."""

import re
from collections.abc import Iterator

from dockerize_ml.report.cells import width
from dockerize_ml.report.screen import Screen

COMFORTABLE = 88  # longer lines are hard to read, whatever the terminal's width
PAINT = re.compile(r"\x1b\[[0-9;]*m")


def folded(text: str, screen: Screen, *, indent: int = 0) -> Iterator[str]:
    """The lines of a paragraph, indented and with its code painted; in a pipe it stays one line."""
    room = None if screen.width is None else min(screen.width, COMFORTABLE) - indent
    for line in fold(screen.code(text), room):
        yield (" " * indent + line).rstrip()


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


def hanging(text: str, screen: Screen, indent: int) -> Iterator[str]:
    """The lines of a painted sentence at the screen's full width, all but the first indented."""
    if screen.width is None:
        yield text
        return
    first, *rest = fold(text, screen.width)
    yield first
    for line in fold(" ".join(rest), screen.width - indent) if rest else ():
        yield " " * indent + line


def fold(text: str, room: int | None) -> Iterator[str]:
    """Lines of at most ``room`` cells, not counting paint; a longer word stays whole, so that it can be copied."""
    if room is None:
        yield text
        return
    line, taken = "", 0
    for at, word in enumerate(text.split(" ")):
        cells = width(PAINT.sub("", word))
        if at == 0:
            line, taken = word, cells
        elif taken and taken + 1 + cells > room:
            yield line
            line, taken = word, cells
        else:
            line, taken = f"{line} {word}", taken + 1 + cells
    yield line
