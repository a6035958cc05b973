"""Rectangles whose areas stand for sizes, as square as they can be made (Bruls, Huizing and van Wijk, 2000)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


def treemap(sizes: Sequence[float], inside: Box) -> Iterator[Box]:
    """One rectangle for each size, in the order of the sizes, which have to fall and be above zero.

    Args:
        sizes: the biggest first.
        inside: what they fill together.
    """
    left = list(sizes)
    while left:
        # Anew for each row: what the rows before it lost by rounding would be much for a narrow last one.
        scale = inside.width * inside.height / sum(left)
        areas = [size * scale for size in left]
        side = min(inside.width, inside.height)
        row = areas[:1]
        while len(row) < len(areas) and _worst(areas[: len(row) + 1], side) <= _worst(row, side):
            row = areas[: len(row) + 1]
        boxes, inside = _laid(row, inside)
        yield from boxes
        left = left[len(row) :]


def _worst(row: Sequence[float], side: float) -> float:
    """How far the longest rectangle of a row along ``side`` is from a square."""
    total = sum(row)
    if not side or not total:
        return float("inf")
    return max(side**2 * max(row) / total**2, total**2 / (side**2 * min(row)))


def _laid(row: Sequence[float], inside: Box) -> tuple[list[Box], Box]:
    """A row along the shorter side, and what is left beside it."""
    x, y, width, height = inside
    boxes = []
    if width >= height:
        thick = sum(row) / height if height else 0
        for area in row:
            boxes.append(Box(x, y, thick, area / thick if thick else 0))
            y += boxes[-1].height
        return boxes, Box(x + thick, inside.y, width - thick, height)
    thick = sum(row) / width
    for area in row:
        boxes.append(Box(x, y, area / thick if thick else 0, thick))
        x += boxes[-1].width
    return boxes, Box(inside.x, y + thick, width, height - thick)
