"""The patterns of ``${x#p}``, ``${x%p}`` and ``${x/p/r}``: ``*``, ``?`` and a few escapes."""

from __future__ import annotations

import re

from dockerize_ml.dockerfile.lex_error import LexError

ESCAPABLE = "*?\\/}"
"""What may stand behind a backslash."""


# A pattern with many stars can take for ever; beyond this many steps the value is left alone.
_MOST_STEPS = 10**7


def is_costly(value: str, pattern: str) -> bool:
    """Whether matching could take longer than it is worth."""
    stars = pattern.count("*")
    return len(value) ** min(stars + 1, 9) > _MOST_STEPS and stars > 1


def without_prefix(value: str, pattern: str) -> str:
    """``${x#p}``, and ``${x##p}`` where the pattern begins with a second ``#``."""
    greedy = pattern.startswith("#")
    match = compiled(pattern[greedy:], greedy=greedy).match(value)
    return value[match.end() :] if match else value


def without_suffix(value: str, pattern: str) -> str:
    """``${x%p}``, and ``${x%%p}`` where the pattern begins with a second ``%``."""
    greedy = pattern.startswith("%")
    # Matched backwards, so that the shortest ending is the first one found.
    match = compiled(pattern[greedy:], greedy=greedy, backwards=True).match(value[::-1])
    return value[: len(value) - match.end()] if match else value


def replace(value: str, pattern: str, replacement: str, *, everywhere: bool) -> str:
    """``${x/p/r}``, and ``${x//p/r}`` with ``everywhere``."""
    return compiled(pattern).sub(lambda _: replacement, value, count=0 if everywhere else 1)


def compiled(pattern: str, *, greedy: bool = True, backwards: bool = False) -> re.Pattern[str]:
    """The regular expression of a pattern.

    Raises:
        LexError: the pattern escapes something that needs no escape.
    """
    # Several stars in a row match what one does, and cost far less.
    pattern = re.sub(r"(?<!\\)\*{2,}", "*", pattern)
    many = ".*" if greedy else ".*?"
    pieces = [_piece(match[0], many) for match in re.finditer(r"\\.?|.", pattern, re.DOTALL)]
    return re.compile("".join(reversed(pieces) if backwards else pieces), re.DOTALL)


def _piece(written: str, many: str) -> str:
    if written == "*":
        return many
    if written == "?":
        return "."
    if written[0] == "\\" and written[1:] not in tuple(ESCAPABLE):
        raise LexError(f"invalid escape '{written}'")
    return re.escape(written[-1])
