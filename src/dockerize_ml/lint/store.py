"""Texts by key in one SQLite file; whatever is wrong with that file, it is as if it were empty."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_MOST_ROWS = 50_000
_MOST_ASKED = 500


class Store:
    """A table that forgets its oldest rows when there are too many."""

    def __init__(self, path: Path, most: int | None = None) -> None:
        self.path = path
        self.most = most or _MOST_ROWS

    def read(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """The rows that are there."""
        if not self.path.exists():
            return {}
        try:
            with closing(self._open()) as connection:
                return dict(_rows(connection, keys))
        except sqlite3.OperationalError:
            return {}  # locked by another run, or not to be opened
        except sqlite3.DatabaseError:
            with suppress(OSError):
                self.path.unlink()
            return {}

    def write(self, rows: Mapping[bytes, str]) -> None:
        """Keep rows, all or none."""
        with suppress(OSError, sqlite3.Error):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as connection, connection:
                connection.execute("CREATE TABLE IF NOT EXISTS texts (key BLOB PRIMARY KEY, text TEXT)")
                connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?)", rows.items())
                connection.execute("DELETE FROM texts WHERE rowid <= (SELECT max(rowid) FROM texts) - ?", (self.most,))

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=1)
        # Losing the last rows in a power cut is cheaper than waiting for the disk each time.
        connection.execute("PRAGMA synchronous = OFF")
        return connection


def _rows(connection: sqlite3.Connection, keys: Sequence[bytes]) -> list[tuple[bytes, str]]:
    rows: list[tuple[bytes, str]] = []
    for first in range(0, len(keys), _MOST_ASKED):
        some = keys[first : first + _MOST_ASKED]
        marks = ",".join("?" * len(some))
        query = f"SELECT key, text FROM texts WHERE key IN ({marks})"  # noqa: S608 - only question marks
        rows += connection.execute(query, some).fetchall()
    return rows
