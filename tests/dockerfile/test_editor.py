"""Edits by ranges."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import Span, apply

EDITS: dict[str, tuple[list[tuple[Span, str]], str]] = {
    "none": ([], "abcdef"),
    "in any order": ([(Span(4, 5), "Y"), (Span(0, 2), "X")], "XcdYf"),
    "put in": ([(Span(3, 3), "-")], "abc-def"),
    "two at one point": ([(Span(3, 3), "1"), (Span(3, 3), "2")], "abc12def"),
    "side by side": ([(Span(0, 3), "X"), (Span(3, 6), "Y")], "XY"),
    "before a range": ([(Span(3, 4), "X"), (Span(3, 3), "-")], "abc-Xef"),
    "at the end": ([(Span(6, 6), "!")], "abcdef!"),
}


@pytest.mark.parametrize(("edits", "expected"), EDITS.values(), ids=EDITS)
def test_applied(edits: list[tuple[Span, str]], expected: str) -> None:
    assert apply("abcdef", edits) == expected


REFUSED = {
    "overlapping": [(Span(0, 3), ""), (Span(2, 4), "")],
    "backwards": [(Span(3, 2), "")],
    "behind the end": [(Span(5, 7), "")],
}


@pytest.mark.parametrize("edits", REFUSED.values(), ids=REFUSED)
def test_refused(edits: list[tuple[Span, str]]) -> None:
    with pytest.raises(ValueError, match="overlaps another one or leaves the text"):
        apply("abcdef", edits)
