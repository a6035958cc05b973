"""Releases that open windows unless a variable keeps them from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.below import is_below
from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Window:
    """One that a distribution would open.

    Attributes:
        variable: what keeps it from that.
        value: of the variable.
        distribution: who would open it.
        below: the first version that needs no variable.
        why: what happens without it.
    """

    variable: str
    value: str
    distribution: str
    below: str
    why: str

    def is_opened(self, versions: Mapping[str, str]) -> bool:
        """Whether one of these exact versions would open it."""
        return is_below(versions, self.distribution, self.below)


@lru_cache
def windows() -> tuple[Window, ...]:
    """Every such window that we know."""
    return tuple(
        Window(row.text("variable"), row.text("value"), row.text("distribution"), row.text("below"), row.why)
        for row in rows("windows", "window")
    )
