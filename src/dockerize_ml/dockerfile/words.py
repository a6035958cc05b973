"""Arguments split into words, in the two ways that BuildKit knows."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Joined, Word
from dockerize_ml.dockerfile.quoting import unquoted
from dockerize_ml.dockerfile.spaces import SEPARATORS, SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = re.compile(f"[^{SEPARATORS}]+")


def plain_words(joined: Joined, escape: str) -> Iterator[Word]:
    """Split at blanks with no regard to quotes: FROM, COPY, ADD, EXPOSE, VOLUME."""
    for match in _PLAIN.finditer(joined.text):
        yield Word(match[0], unquoted(match[0], escape), joined.span(match.start(), match.end()))


def quoted_words(text: str, escape: str) -> Iterator[tuple[int, int]]:
    """Split at blanks outside quotes: ENV, LABEL, ARG. Gives index ranges."""
    for match in _quoted_pattern(escape).finditer(text):
        end = match.end()
        # An escape character with nothing behind it escapes nothing and is dropped.
        if match["dangling"] is not None:
            end -= 1
        if end > match.start():
            yield match.start(), end


def whole(joined: Joined, escape: str) -> Word:
    """The whole text as one word: USER, WORKDIR, STOPSIGNAL, MAINTAINER."""
    return Word(joined.text, unquoted(joined.text, escape), joined.span(0, len(joined.text)))


@cache
def _quoted_pattern(escape: str) -> re.Pattern[str]:
    esc = re.escape(escape)
    return re.compile(
        rf"""(?:[^{SPACES}'"{esc}]+|{esc}.|'[^']*(?:'|\Z)|"(?:{esc}.|[^"{esc}])*(?:"|(?={esc}?\Z)))*(?P<dangling>{esc}\Z)?""",
        re.DOTALL,
    )
