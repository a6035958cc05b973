"""When the series of Django came out."""

from datetime import date, timedelta
from itertools import pairwise

from dockerize_ml.knowledge.table import rows


def last_day_of(version: str) -> date | None:
    """The last day on which a version's series was the newest; None where it still is, or where no table knows it."""
    series = ".".join(version.split(".")[:2])
    known = [(row.text("version"), row.day("day")) for row in rows("django_series", "series")]
    later = next((day for (name, _), (_, day) in pairwise(known) if name == series), None)
    return later - timedelta(days=1) if later else None
