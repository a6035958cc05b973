"""Rectangles that fill another one."""

import math

from hypothesis import example, given
from hypothesis import strategies as st

from dockerize_ml.report.treemap import Box, treemap

INSIDE = Box(0, 0, 1200, 640)


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=40).map(lambda sizes: sorted(sizes, reverse=True)))
@example([62978665, 1])
@example([76636080, 13660343, 1])
def test_areas_are_in_proportion_and_all_of_it_is_filled(sizes: list[int]) -> None:
    boxes = list(treemap(sizes, INSIDE))
    assert len(boxes) == len(sizes)
    for size, box in zip(sizes, boxes, strict=True):
        assert math.isclose(box.width * box.height, size / sum(sizes) * 1200 * 640, rel_tol=1e-6)
        assert -1e-6 <= box.x <= box.x + box.width <= 1200 + 1e-6
        assert -1e-6 <= box.y <= box.y + box.height <= 640 + 1e-6


def test_no_two_of_them_overlap() -> None:
    boxes = list(treemap([6, 6, 4, 3, 2, 2, 1], Box(0, 0, 6, 4)))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            assert min(wide, high) < 1e-9


def test_nothing_fills_nothing() -> None:
    assert list(treemap([], INSIDE)) == []
