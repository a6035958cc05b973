"""The patterns of ``${x#p}``, ``${x%p}`` and ``${x/p/r}``: ``*``, ``?`` and escapes."""

from __future__ import annotations

import re


def without_prefix(value: str, pattern: str) -> str:
    """``${x#p}``, and ``${x##p}`` where the pattern begins with a second ``#``."""
    greedy = pattern.startswith("#")
    match = re.compile(_regex(pattern[greedy:], greedy=greedy), re.DOTALL).match(value)
    return value[match.end() :] if match else value


def without_suffix(value: str, pattern: str) -> str:
    """``${x%p}``, and ``${x%%p}`` where the pattern begins with a second ``%``."""
    greedy = pattern.startswith("%")
    # Matched backwards, so that the shortest ending is the first one found.
    match = re.compile(_regex(pattern[greedy:], greedy=greedy, backwards=True), re.DOTALL).match(value[::-1])
    return value[: len(value) - match.end()] if match else value


def replace(value: str, pattern: str, replacement: str, *, everywhere: bool) -> str:
    """``${x/p/r}``, and ``${x//p/r}`` with ``everywhere``."""
    regex = re.compile(_regex(pattern, greedy=True), re.DOTALL)
    return regex.sub(lambda _: replacement, value, count=0 if everywhere else 1)


def _regex(pattern: str, *, greedy: bool, backwards: bool = False) -> str:
    many = ".*" if greedy else ".*?"
    pieces = [_piece(match[0], many) for match in re.finditer(r"\\.|.", pattern, re.DOTALL)]
    return "".join(reversed(pieces) if backwards else pieces)


def _piece(written: str, many: str) -> str:
    if written == "*":
        return many
    return "." if written == "?" else re.escape(written[-1])
