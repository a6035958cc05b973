"""Where in a project something stands."""

from typing import NamedTuple


class Place(NamedTuple):
    """A file of the project (posix path relative to its root) and a line in it, from 1; None for the whole file."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        """As a user can click it: ``app.py:12``."""
        return self.path if self.line is None else f"{self.path}:{self.line}"
