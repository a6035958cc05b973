"""``--name=value`` between the keyword and the arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Flag
from dockerize_ml.dockerfile.spaces import ASCII_SPACES

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.nodes import Joined

# BuildKit always takes the backslash here, whatever the escape directive says.
_FLAG = re.compile(
    rf"""[{ASCII_SPACES}]*+(?P<flag>--(?:\\.|\\\Z|'(?:\\.|[^'\\])*(?:'|\\?\Z)|"(?:\\.|[^"\\])*(?:"|\\?\Z)|[^{ASCII_SPACES}\\'"])*)""",
    re.DOTALL,
)
_PART = re.compile(
    r"""\\(?P<escaped>.)?|(?P<quote>['"])(?P<quoted>(?:\\.|(?!(?P=quote))[^\\])*)(?:(?P=quote)|\\?\Z)""", re.DOTALL
)


def read_flags(joined: Joined, start: int) -> tuple[tuple[Flag, ...], int]:
    """Read the flags that begin at ``start``; the index behind them, where the arguments begin."""
    flags: list[Flag] = []
    while match := _FLAG.match(joined.text, start):
        start = match.end()
        written = match["flag"]
        if written == "--":
            break
        name, equals, value = _unquoted(written[2:]).partition("=")
        flags.append(Flag(name, value if equals else None, joined.span(match.start("flag"), match.end("flag"))))
    return tuple(flags), start


def _unquoted(text: str) -> str:
    if not any(mark in text for mark in "\\'\""):
        return text
    return _PART.sub(_part, text)


def _part(match: re.Match[str]) -> str:
    if match["quote"]:
        return re.sub(r"\\(.)", r"\1", match["quoted"], flags=re.DOTALL)
    return match["escaped"] or ""
