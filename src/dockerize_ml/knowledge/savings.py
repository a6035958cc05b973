"""What makes an image smaller."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Saving:
    """Advice for what a pattern matches; ``share`` is how much of that goes, in hundredths.

    ``package`` is matched against normalised names, ``layer`` against instructions; one of them is None.
    """

    package: re.Pattern[str] | None
    layer: re.Pattern[str] | None
    share: int
    advice: str
    why: str
    source: str
    checked: date


@lru_cache
def savings() -> tuple[Saving, ...]:
    """Every saving that we know."""
    return tuple(
        Saving(
            _pattern(row.optional_text("package")),
            _pattern(row.optional_text("layer")),
            row.number("share") or 0,
            row.text("advice"),
            row.why,
            row.source,
            row.checked,
        )
        for row in rows("savings", "saving")
    )


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return None if text is None else re.compile(text, re.DOTALL)
