"""What ShellCheck says about a script, and where that is in the Dockerfile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.lint.finding import Edit, Fix, Hit, Level

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.nodes import Joined

Replacement = tuple[int, int, str]
"""Where in the script, as indices, and what is to stand there."""


class Remark(NamedTuple):
    """One remark: ``start`` and ``end`` are indices in the script's text, ``edits`` what ShellCheck would change."""

    code: str
    level: Level
    message: str
    start: int
    end: int
    edits: tuple[Replacement, ...] = ()


def hit(remark: Remark, source: Joined) -> Hit:
    """The remark at its place in the file that ``source`` came from."""
    edits = tuple(Edit(source.span(start, end), text) for start, end, text in remark.edits)
    fix = Fix(f"Do as {remark.code} says", safe=False, edits=edits) if edits else None
    return Hit(source.span(remark.start, remark.end), remark.message, fix)
