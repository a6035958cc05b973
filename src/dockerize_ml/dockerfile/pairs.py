"""The pairs of ENV, LABEL and ARG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Joined, Pair, Word
from dockerize_ml.dockerfile.quoting import unquoted
from dockerize_ml.dockerfile.spaces import SEPARATORS
from dockerize_ml.dockerfile.words import quoted_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEGACY = re.compile(f"([^{SEPARATORS}]+)[{SEPARATORS}]+(.*)", re.DOTALL)


def read_pairs(joined: Joined, escape: str, *, bare: bool) -> Iterator[Pair]:
    """The pairs of an instruction; ``bare`` where names without a value may stand (ARG)."""
    ranges = list(quoted_words(joined.text, escape))
    if not ranges:
        return
    start, end = ranges[0]
    legacy = None if bare or "=" in joined.text[start:end] else _LEGACY.match(joined.text)
    if legacy:
        key, value = (_word(joined, *legacy.span(group), escape) for group in (1, 2))
        yield Pair(key, value, legacy=True, span=joined.span(0, len(joined.text)))
        return
    for start, end in ranges:
        yield _pair(joined, start, end, escape)


def _pair(joined: Joined, start: int, end: int, escape: str) -> Pair:
    equals = joined.text.find("=", start, end)
    if equals < 0:
        return Pair(_word(joined, start, end, escape), None, legacy=False, span=joined.span(start, end))
    key = _word(joined, start, equals, escape)
    return Pair(key, _word(joined, equals + 1, end, escape), legacy=False, span=joined.span(start, end))


def _word(joined: Joined, start: int, end: int, escape: str) -> Word:
    text = joined.text[start:end]
    return Word(text, unquoted(text, escape), joined.span(start, end))
