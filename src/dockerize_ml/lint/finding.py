"""What a rule found, where, and how to mend it."""

from enum import StrEnum
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Span


class Level(StrEnum):
    """How much a finding matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    STYLE = "style"


class Edit(NamedTuple):
    """Replace the characters of ``span`` with ``text``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change that removes the finding; ``safe`` where the image stays the same, or the old text could not work."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Hit(NamedTuple):
    """What a rule yields: where and what; the runner adds the rule's code and name.

    ``level`` is for a case that matters less, or more, than the rule's others.
    """

    span: Span
    message: str
    fix: Fix | None = None
    level: Level | None = None


class Finding(NamedTuple):
    """One row of ``lint --format json``; lines and columns from 1, the end behind the last character."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    aliases: tuple[str, ...]
    level: Level
    message: str
    fix: Fix | None = None
