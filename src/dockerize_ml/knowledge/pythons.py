"""The minor versions of CPython: when they came, how long they are cared for, and which slim images there are."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import Row, rows


class Python(NamedTuple):
    """A minor version; ``slim`` are the Debian releases of its official slim images, newest first."""

    minor: str
    released: date
    end_of_life: date
    slim: tuple[str, ...]
    why: str
    source: str
    checked: date

    @property
    def key(self) -> tuple[int, int]:
        """For comparing: ``(3, 12)``."""
        return minor_key(self.minor)

    @property
    def has_ended(self) -> bool:
        """Whether its last security fix was out when the table was checked: the same program always says the same."""
        return self.end_of_life <= self.checked


class DefaultPython(NamedTuple):
    """The minor version to take when nothing tells one, and why that one."""

    minor: str
    why: str
    source: str
    checked: date


@lru_cache
def pythons() -> tuple[Python, ...]:
    """Every minor version, oldest first."""
    return tuple(sorted((_python(row) for row in rows("pythons", "python")), key=lambda known: known.key))


def python(minor: str) -> Python | None:
    """What is known of ``minor`` (``3.12``)."""
    return next((known for known in pythons() if known.minor == minor), None)


def has_ended(minor: str) -> bool:
    """Whether the version gets no security fixes any more, as of the day of the table."""
    known = python(minor)
    return known is not None and known.has_ended


@lru_cache
def default_python() -> DefaultPython:
    """The minor version for a project that says nothing."""
    row = next(rows("pythons", "default"))
    return DefaultPython(row.text("minor"), row.why, row.source, row.checked)


def minor_key(minor: str) -> tuple[int, int]:
    """``3.12`` as numbers that compare rightly."""
    major, _, rest = minor.partition(".")
    return int(major), int(rest)


def _python(row: Row) -> Python:
    released, end_of_life = row.day("released"), row.day("end_of_life")
    if released is None or end_of_life is None:
        raise TypeError(f"pythons.toml: {row.text('minor')} lacks its days")
    return Python(row.text("minor"), released, end_of_life, row.texts("slim"), row.why, row.source, row.checked)
