"""Rows of name, value, how sure and evidence, laid out for the width at hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from dockerize_ml.report.cells import cut, pad, width
from dockerize_ml.report.fact_value import NOT_FOUND
from dockerize_ml.report.screen import Screen, Style

SURE: Final[dict[str, Style]] = {"certain": "ok", "likely": "info", "guess": "warning"}
GAP = 2
VALUE_CELLS = 36  # a longer list is wrapped
EVIDENCE_CELLS = 28  # with less room than this evidence moves below its value

Head = tuple[str, str, str, str]
Sizes = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A name, what is known, how sure that is, and what proves it; all texts are safe to print."""

    name: str
    value: str
    sure: str
    proofs: tuple[str, ...]
    style: Style | None = None


def laid_out(rows: Sequence[Row], screen: Screen, *, head: Head | None = None, indent: int = 0) -> Iterator[str]:
    """The rows in columns.

    Args:
        rows: what to show.
        screen: what can be shown; a pipe has nothing cut and all evidence beside its fact.
        head: the names of the columns, or None for no such line.
        indent: blanks before each line.
    """
    margin = " " * indent
    values = [tuple(wrapped(row.value, _value_cells(screen))) for row in rows]
    titles = head or ("", "", "", "")
    sizes = (
        max(width(text) for text in (titles[0], *(row.name for row in rows))),
        max(width(text) for text in (titles[1], *(line for lines in values for line in lines))),
        max(width(text) for text in (titles[2], *(row.sure for row in rows))),
    )
    left = indent + sum(sizes) + GAP * len(sizes)
    beside = screen.width is None or screen.width - left >= EVIDENCE_CELLS
    below = indent + sizes[0] + GAP
    if head:
        titled = "".join(pad(text, size) + " " * GAP for text, size in zip(head, sizes, strict=False))
        yield margin + screen.paint(titled + head[3] if beside else titled.rstrip(), "dim")
    for row, lines in zip(rows, values, strict=True):
        proofs = [_proof(text, left if beside else below, screen) for text in row.proofs]
        yield from (margin + line for line in _row_lines(row, lines, sizes, proofs if beside else [], screen))
        if not beside:
            yield from (" " * below + text for text in proofs)


def wrapped(value: str, cells: int) -> Iterator[str]:
    """A list broken at its commas into lines of at most ``cells``; an item that is longer stays whole."""
    line = ""
    for item in value.split(", "):
        joined = f"{line}, {item}" if line else item
        if line and width(joined) > cells:
            yield f"{line},"
            joined = item
        line = joined
    yield line


def _value_cells(screen: Screen) -> int:
    return VALUE_CELLS if screen.width is None else min(VALUE_CELLS, screen.width * 3 // 10)


def _proof(text: str, indent: int, screen: Screen) -> str:
    room = None if screen.width is None else screen.width - indent
    return screen.paint(cut(text, room, screen), "dim")


def _row_lines(row: Row, values: Sequence[str], sizes: Sizes, proofs: list[str], screen: Screen) -> Iterator[str]:
    """The lines of one row: the name and how sure on the first, the value and the evidence on as many as they need."""
    for at, (value, proof) in enumerate(zip_longest(values, proofs, fillvalue="")):
        name, sure = (row.name, row.sure) if at == 0 else ("", "")
        cells = (
            _cell(name, sizes[0], "bold", screen),
            _cell(value, sizes[1], "dim" if value == NOT_FOUND else None, screen),
            _cell(sure, sizes[2], row.style or SURE.get(sure), screen),
            proof,
        )
        yield (" " * GAP).join(cells).rstrip()


def _cell(text: str, size: int, style: Style | None, screen: Screen) -> str:
    # Padded behind the paint, because colour codes take no room.
    return (screen.paint(text, style) if style else text) + " " * (size - width(text))
