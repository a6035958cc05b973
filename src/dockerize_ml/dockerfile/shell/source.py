"""Pieces of text that know where in the file they came from: cutting, joining and nesting them."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from dockerize_ml.dockerfile.nodes import Joined, Span, Word

_SURROGATES = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_JSON_PART = re.compile(rf"{_SURROGATES}|\\u[0-9a-fA-F]{{4}}|\\.|[^\\]+")


def whole(text: str, span: Span) -> Joined:
    """Text that stands in the file exactly as it is."""
    return Joined(text, (0,), (span.start,))


def cut(source: Joined, start: int, end: int) -> Joined:
    """The part ``source.text[start:end]``."""
    starts, offsets = _pieces(source, start, end, 0)
    return Joined(source.text[start:end], tuple(starts), tuple(offsets))


def chain(parts: Iterable[Joined]) -> Joined:
    """Several texts one behind the other."""
    texts: list[str] = []
    starts: list[int] = []
    offsets: list[int] = []
    length = 0
    for part in parts:
        texts.append(part.text)
        starts += [length + start for start in part.starts]
        offsets += part.offsets
        length += len(part.text)
    return Joined("".join(texts), tuple(starts), tuple(offsets))


def nest(inner: Joined, outer: Joined) -> Joined:
    """``inner``, whose offsets are indices into ``outer.text``, with offsets in the file."""
    if len(outer.starts) == 1:
        shift = outer.offsets[0] - outer.starts[0]
        return Joined(inner.text, inner.starts, tuple(offset + shift for offset in inner.offsets))
    starts: list[int] = []
    offsets: list[int] = []
    ends = (*inner.starts[1:], len(inner.text))
    for start, end, index in zip(inner.starts, ends, inner.offsets, strict=True):
        more_starts, more_offsets = _pieces(outer, index, index + end - start, start)
        starts += more_starts
        offsets += more_offsets
    return Joined(inner.text, tuple(starts), tuple(offsets))


def json_string(word: Word) -> Joined:
    """The value of a JSON string, each character at the place where it, or its escape, is written."""
    if word.text == f'"{word.value}"':
        return Joined(word.value, (0,), (word.span.start + 1,))
    starts: list[int] = []
    offsets: list[int] = []
    length = 0
    for part in _JSON_PART.finditer(word.text, 1, len(word.text) - 1):
        starts.append(length)
        offsets.append(word.span.start + part.start())
        length += 1 if part[0][0] == "\\" else len(part[0])
    if length != len(word.value):
        return whole(word.value, word.span)
    return Joined(word.value, tuple(starts), tuple(offsets))


def _pieces(source: Joined, start: int, end: int, base: int) -> tuple[list[int], list[int]]:
    """The pieces of ``source`` between two indices, renumbered so that ``start`` becomes ``base``."""
    first = bisect_right(source.starts, start) - 1
    if first < 0:
        return [base], [source.offset(start)]
    starts = [base]
    offsets = [source.offsets[first] + start - source.starts[first]]
    for piece in range(first + 1, len(source.starts)):
        if source.starts[piece] >= end:
            break
        starts.append(base + source.starts[piece] - start)
        offsets.append(source.offsets[piece])
    return starts, offsets
