"""What only old releases of a distribution have, so that source that uses it tells the releases it is for."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class OldApi:
    """A pattern of source that only some versions of a distribution can run."""

    distribution: str
    versions: str
    used: re.Pattern[str]
    unless: re.Pattern[str]
    why: str


@lru_cache
def old_apis() -> tuple[OldApi, ...]:
    """Every API that we know to be gone."""
    return tuple(
        OldApi(
            row.text("distribution"),
            row.text("versions"),
            re.compile(row.text("used")),
            re.compile(row.text("unless")),
            row.why,
        )
        for row in rows("old_apis", "api")
    )
