"""How known failures show in a log, what they mean and what mends them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from dockerize_ml.knowledge.table import rows

When = Literal["build", "start", "engine"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure: the pattern whose named groups fill the placeholders of ``meaning`` and ``remedy``."""

    pattern: re.Pattern[str]
    meaning: str
    remedy: str
    why: str
    source: str
    checked: date


@lru_cache
def failures(when: When) -> tuple[Failure, ...]:
    """Those of building, of starting, or of asking the engine for anything; the more telling first."""
    return tuple(
        Failure(
            re.compile(row.text("pattern"), re.MULTILINE),
            row.text("meaning"),
            row.text("remedy"),
            row.why,
            row.source,
            row.checked,
        )
        for row in rows("build_failures", when)
    )
