import pytest

from dockerize_ml.report.cells import cut, head, pad, width
from dockerize_ml.report.screen import PLAIN, Screen

WIDTHS = {"ascii": ("abc", 3), "wide": ("日本", 4), "an accent of its own": ("e\u0301", 1), "nothing": ("", 0)}


@pytest.mark.parametrize(("text", "cells"), WIDTHS.values(), ids=WIDTHS)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


CUTS = {
    "it fits": ("abc", 3, "abc"),
    "it does not": ("abcdef", 4, "abc…"),
    "half a wide character is none": ("日本語", 4, "日…"),
    "a blank before the mark goes": ("ab cdef", 4, "ab…"),
    "no limit": ("abcdef", None, "abcdef"),
}


@pytest.mark.parametrize(("text", "cells", "expected"), CUTS.values(), ids=CUTS)
def test_cut(text: str, cells: int | None, expected: str) -> None:
    assert cut(text, cells, PLAIN) == expected


def test_the_mark_of_a_cut_is_ascii_where_it_must_be() -> None:
    assert cut("abcdefgh", 6, Screen(unicode=False)) == "abc..."


def test_pad_counts_cells() -> None:
    assert pad("日", 4) == "日  "
    assert head("日本", 3) == "日"
