"""One line of a ``.dockerignore``: Go's path patterns, and ``**``."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from enum import Enum


class PatternError(ValueError):
    """A pattern that the engine refuses."""


class _Kind(Enum):
    EXACT = "exact"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    REGEX = "regex"


_TOKEN = re.compile(r"\*\*/?|\\.?|.", re.DOTALL)
_POSIX = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": r"\x00-\x7f", "blank": r"\t ", "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9", "graph": "!-~", "lower": "a-z", "print": " -~", "punct": r"!-/:-@\[-`{-~", "space": r"\t-\r ",
    "upper": "A-Z", "word": "0-9A-Za-z_", "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_POSIX_CLASS = re.compile(r"\[:([a-z]+):\]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, ``exception`` for those with ``!``; ``line`` counts from 1."""

    text: str
    exception: bool
    line: int
    _kind: _Kind
    _regex: re.Pattern[str] | None

    @classmethod
    def parse(cls, text: str, *, exception: bool = False, line: int = 1) -> Pattern:
        """Read a cleaned pattern.

        Raises:
            PatternError: the engine would refuse it.
        """
        if not text:
            raise PatternError("`!` needs a pattern behind it")
        _check(text)
        kind, regex = _translated(text)
        return cls(text, exception, line, kind, _compiled(regex) if kind is _Kind.REGEX else None)

    def matches(self, path: str) -> bool:
        """Whether the pattern matches this very path."""
        match self._kind:
            case _Kind.EXACT:
                return path == self.text
            case _Kind.PREFIX:
                return path.startswith(self.text[:-2])
            case _Kind.SUFFIX:
                ending = self.text[2:]
                return path.endswith(ending) or (ending.startswith("/") and path == ending[1:])
            case _Kind.REGEX:
                return self._regex is not None and self._regex.search(path) is not None


def _translated(pattern: str) -> tuple[_Kind, str]:
    """The regular expression that the engine makes, or the cheaper comparison that it uses instead."""
    kind = _Kind.EXACT
    pieces = ["^"]
    for match in _TOKEN.finditer(pattern):
        piece = match[0]
        last = match.end() == len(pattern)
        if not piece.startswith("**"):
            regex, special = _piece(piece)
            pieces.append(regex)
            kind = _Kind.REGEX if special else kind
            continue
        if not last:
            pieces.append("(?:.*/)?")
            kind = _Kind.REGEX
        elif kind is _Kind.EXACT:
            kind = _Kind.PREFIX
        else:
            pieces.append(".*")
            kind = _Kind.REGEX
        if match.start() == 0:
            # `**` in front alone needs no regular expression; anything special behind it will ask for one again.
            kind = _Kind.SUFFIX
    return kind, "".join(pieces) + r"\Z"


def _piece(piece: str) -> tuple[str, bool]:
    """One piece as regular expression, and whether it makes plain comparison impossible."""
    if piece == "*":
        return "[^/]*", True
    if piece == "?":
        return "[^/]", True
    if piece in ".+()|{}$":
        return f"\\{piece}", False
    if piece[0] == "\\":
        return piece, True
    return piece, piece in "[]"


def _compiled(regex: str) -> re.Pattern[str]:
    """Compile a regular expression written for Go's engine."""
    regex = _POSIX_CLASS.sub(lambda match: _POSIX.get(match[1], match[0]), regex)
    try:
        with warnings.catch_warnings():
            # Python warns of `[[`, which Go takes as it stands.
            warnings.simplefilter("ignore", FutureWarning)
            return re.compile(regex, re.ASCII)
    except re.error as error:
        raise PatternError("it is not a valid pattern") from error


def _check(pattern: str) -> None:
    """Refuse what Go's ``filepath.Match`` refuses."""
    at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "\\":
            at = _escaped(pattern, at)
        elif char == "[":
            at = _class_end(pattern, at)


def _escaped(pattern: str, at: int) -> int:
    if at >= len(pattern):
        raise PatternError("a backslash at the end escapes nothing")
    return at + 1


def _class_end(pattern: str, at: int) -> int:
    """The index behind the ``]`` of a class that was opened before ``at``."""
    at += pattern.startswith("^", at)
    first = True
    while first or not pattern.startswith("]", at):
        at = _member(pattern, at)
        if pattern.startswith("-", at):
            at = _member(pattern, at + 1)
        first = False
    return at + 1


def _member(pattern: str, at: int) -> int:
    """The index behind one character of a class."""
    if at >= len(pattern):
        raise PatternError("`[` has no `]`")
    if pattern[at] in "-]":
        raise PatternError(f"`{pattern[at]}` must be escaped inside `[…]`")
    at = _escaped(pattern, at + 1) if pattern[at] == "\\" else at + 1
    if at >= len(pattern):
        raise PatternError("`[` has no `]`")
    return at
