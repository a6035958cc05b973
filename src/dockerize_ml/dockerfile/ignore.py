"""``.dockerignore`` as the engine reads it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from posixpath import normpath
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.dockerfile.ignore_pattern import Pattern, PatternError
from dockerize_ml.dockerfile.source import BYTE_ORDER_MARK
from dockerize_ml.dockerfile.spaces import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator


class IgnoreProblem(NamedTuple):
    """A line that makes the engine refuse the whole build."""

    line: int
    pattern: str
    reason: str


@dataclass(frozen=True)
class Ignore:
    """The patterns of a ``.dockerignore`` in order: the last one that matches decides.

    The engine builds nothing while there are ``problems``; the other patterns match all the same.
    """

    patterns: tuple[Pattern, ...]
    problems: tuple[IgnoreProblem, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Ignore:
        """Read a ``.dockerignore``."""
        found = list(_read(text))
        patterns = tuple(each for each in found if isinstance(each, Pattern))
        problems = tuple(each for each in found if isinstance(each, IgnoreProblem))
        return cls(patterns, problems)

    @cached_property
    def has_exceptions(self) -> bool:
        """Whether any line begins with ``!``."""
        return any(pattern.exception for pattern in self.patterns)

    def matches(self, path: str) -> bool:
        """Whether a path, relative to the context and with ``/``, stays out of the build."""
        path = _clean(path)
        above = [False] * len(self.patterns)
        ignored = False
        for end in _ends(path):
            ignored, above = self._step(path[:end], above)
        return ignored

    def _step(self, path: str, above: list[bool]) -> tuple[bool, list[bool]]:
        """Judge one path; ``above`` says which patterns matched the folder that it is in."""
        ignored = False
        matched: list[bool] = []
        for pattern, inherited in zip(self.patterns, above, strict=True):
            # A pattern that could not change the outcome is not even tried, and then its folder counts as unmatched.
            match = inherited or (pattern.exception == ignored and pattern.matches(path))
            matched.append(match)
            if match:
                ignored = not pattern.exception
        return ignored, matched


def _read(text: str) -> Iterator[Pattern | IgnoreProblem]:
    for number, raw in enumerate(text.removeprefix(BYTE_ORDER_MARK).split("\n"), start=1):
        written = raw.strip(SPACES)
        if raw.startswith("#") or not written:
            continue
        exception = written.startswith("!")
        pattern = written[1:].strip(SPACES) if exception else written
        try:
            yield Pattern.parse(_relative(pattern), exception=exception, line=number)
        except PatternError as error:
            yield IgnoreProblem(number, written, str(error))


def _relative(pattern: str) -> str:
    """A pattern without the slash that makes it absolute; both mean the context."""
    if not pattern:
        return ""
    cleaned = _clean(pattern)
    return cleaned[1:] if len(cleaned) > 1 and cleaned.startswith("/") else cleaned


def _clean(path: str) -> str:
    cleaned = normpath(path)
    # POSIX gives two leading slashes a meaning of their own, Go does not.
    return cleaned[1:] if cleaned.startswith("//") else cleaned


def _ends(path: str) -> Iterator[int]:
    """Where each folder above a path ends, and the path itself."""
    for index, char in enumerate(path):
        if char == "/" and index:
            yield index
    yield len(path)
