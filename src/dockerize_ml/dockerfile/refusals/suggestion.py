"""The name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FARTHEST = 2


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name with the fewest changed letters, or None if none is near."""
    limit = min(_FARTHEST, max(len(name) - 1, 0))
    ranked = [(_distance(name.lower(), each.lower()), each) for each in known if abs(len(each) - len(name)) <= limit]
    best = min(ranked, default=None)
    return best[1] if best and best[0] <= limit else None


def _distance(one: str, other: str) -> int:
    """How many letters have to be added, dropped or exchanged."""
    before = list(range(len(other) + 1))
    for row, char in enumerate(one, start=1):
        now = [row]
        for column, against in enumerate(other, start=1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (char != against)))
        before = now
    return before[-1]
