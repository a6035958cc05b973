"""Edits of a text by ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dockerize_ml.dockerfile.nodes import Span


def apply(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """Put each edit's text in the place of its range; ranges that are the same point go in as they are given.

    Raises:
        ValueError: two ranges overlap, or one reaches out of the text.
    """
    pieces: list[str] = []
    at = 0
    for span, replacement in sorted(edits, key=lambda edit: (edit[0].start, edit[0].end)):
        if span.start < at or span.end < span.start or span.end > len(text):
            raise ValueError(f"the edit at {span.start} to {span.end} overlaps another one or leaves the text")
        pieces += (text[at : span.start], replacement)
        at = span.end
    return "".join(pieces) + text[at:]
