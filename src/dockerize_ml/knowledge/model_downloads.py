"""Calls that fetch a model or a corpus by its name."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows


class ModelDownload(NamedTuple):
    """One kind of call; ``fixed`` is how it looks where the version is told."""

    name: str
    pattern: re.Pattern[str]
    fixed: re.Pattern[str]
    why: str
    source: str
    checked: date


@lru_cache
def model_downloads() -> tuple[ModelDownload, ...]:
    """Every such call that we know."""
    return tuple(
        ModelDownload(
            name=row.text("name"),
            pattern=re.compile(row.text("pattern")),
            fixed=re.compile(row.text("fixed")),
            why=row.why,
            source=row.source,
            checked=row.checked,
        )
        for row in rows("model_downloads", "download")
    )
