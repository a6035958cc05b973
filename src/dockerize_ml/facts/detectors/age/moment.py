"""A day on which somebody worked on the project, and what shows it."""

from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from typing import NamedTuple

from dockerize_ml.facts.model import Evidence

# What is younger still works with the versions of today.
_YOUNG = timedelta(days=183)


class Witness(IntEnum):
    """How much a kind of evidence tells of the project's own time."""

    YEAR = 10
    BEGINNING = 15
    HEADER = 20
    CHANGELOG = 30
    MIGRATION = 35
    NOTEBOOK = 40
    COMMIT = 50
    LOCK = 60


class Moment(NamedTuple):
    """The day, the kind of evidence, and its place."""

    day: date
    witness: Witness
    evidence: Evidence


def is_young(day: date) -> bool:
    """Whether what was made on that day still works with the versions of today."""
    return datetime.now(UTC).date() - day < _YOUNG
