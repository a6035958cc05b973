"""Which files of a project name the Python that it is for, and how to find the version in them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from dockerize_ml.knowledge.table import Row, rows

Take = Literal["first", "last", "all"]


@dataclass(frozen=True, slots=True)
class PythonPlace:
    """A kind of file that names a version of Python.

    Attributes:
        files: patterns of paths below the folder of the program or one above it.
        finds: the regular expression of the version, which is its group ``version`` (or ``version2``).
        take: which matches count: the ``first``, the ``last``, or ``all`` as versions tried out together.
        strength: the name of how much it weighs.
    """

    files: tuple[str, ...]
    finds: str
    take: Take
    strength: str
    why: str
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """``finds``, compiled when a project first has such a file."""
        return _compiled(self.finds)


@lru_cache
def python_places() -> tuple[PythonPlace, ...]:
    """Every kind of file that we know to name a version."""
    return tuple(_place(row) for row in rows("python_places", "place"))


def _place(row: Row) -> PythonPlace:
    return PythonPlace(
        files=row.texts("files"),
        finds=row.text("pattern"),
        take=cast("Take", row.text("take", "first")),
        strength=row.text("strength"),
        why=row.why,
        source=row.source,
    )


@lru_cache
def _compiled(finds: str) -> re.Pattern[str]:
    return re.compile(finds, re.MULTILINE)
