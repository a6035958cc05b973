"""What would change in a file."""

from collections.abc import Iterator
from difflib import unified_diff
from typing import Final

from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen, Style

LIMIT = 20_000  # lines; comparing takes the square of their number in the worst case
STYLES: Final[tuple[tuple[str, Style], ...]] = (
    ("---", "bold"),
    ("+++", "bold"),
    ("@@", "info"),
    ("+", "added"),
    ("-", "removed"),
    ("\\", "dim"),
)


def file_diff(old: str, new: str, name: str, screen: Screen) -> str:
    """The unified difference of a file's old and new text; empty where they are the same.

    Args:
        old: what is there now; empty for a file that is not there.
        new: what would be written.
        name: the file's.
        screen: what can be shown.
    """
    if old == new:
        return ""
    before, after = _lines(old), _lines(new)
    if len(before) + len(after) > LIMIT:
        sizes = f"{len(before):,} and {len(after):,} lines"
        return f"{safe(name)} differs; it is too long to show how ({sizes})\n"
    shown = safe(name)
    changes = unified_diff(before, after, f"a/{shown}" if old else "/dev/null", f"b/{shown}", lineterm="")
    return "".join(f"{line}\n" for change in changes for line in _painted(change, screen))


def _lines(text: str) -> list[str]:
    """The lines; the last says where it has no newline, as in any unified difference."""
    if not text:
        return []
    lines = text.split("\n")
    if lines[-1]:
        return [*lines[:-1], f"{lines[-1]}\n\\ No newline at end of file"]
    return lines[:-1]


def _painted(change: str, screen: Screen) -> Iterator[str]:
    for line in change.split("\n"):
        style = next((style for start, style in STYLES if line.startswith(start)), None)
        shown = safe(line, keep="\t")
        yield shown if style is None else screen.paint(shown, style)
