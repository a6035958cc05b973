"""A script by indices only: what both ways of reading one agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.shell.nodes import Inside, Operator

Range = tuple[int, int]


class Around(NamedTuple):
    """What a command stands between and inside."""

    before: Operator | None = None
    after: Operator | None = None
    piped_from: bool = False
    piped_to: bool = False
    inside: frozenset[Inside] = frozenset()


class RawRedirect(NamedTuple):
    """A redirect: its operator with the file descriptor in front, and its target."""

    operator: Range
    target: Range


class RawCommand(NamedTuple):
    """A command: its words, its name first, and what belongs to it."""

    words: tuple[Range, ...]
    assignments: tuple[Range, ...]
    redirects: tuple[RawRedirect, ...]
    around: Around


class RawPipe(NamedTuple):
    """A ``|`` and what it stands inside."""

    at: Range
    inside: frozenset[Inside]


class RawScript(NamedTuple):
    """Commands and pipes in the order in which they begin."""

    commands: tuple[RawCommand, ...]
    pipes: tuple[RawPipe, ...]
    has_error: bool
