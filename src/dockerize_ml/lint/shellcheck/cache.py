"""ShellCheck's answers on disk, keyed by everything that decides them; losing them costs time and nothing else."""

from __future__ import annotations

import json
import sqlite3
from _blake2 import blake2b  # hashlib would load all of OpenSSL for it
from contextlib import suppress
from typing import TYPE_CHECKING

from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.shellcheck.remark import Remark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dockerize_ml.lint.shellcheck.script import ShellScript

    Answers = dict[ShellScript, tuple[Remark, ...]]

_MOST_ROWS = 50_000
_MOST_ASKED = 500


class Cache:
    """The answers in one SQLite file; whatever is wrong with that file, it is as if it were empty."""

    def __init__(self, path: Path, program: Path, most: int = _MOST_ROWS) -> None:
        self.path = path
        self.most = most
        found = program.stat()
        # A new version of ShellCheck is another file; asking it for its version would cost a process.
        self._salt = f"{found.st_size} {found.st_mtime_ns}"

    def read(self, scripts: Sequence[ShellScript]) -> Answers:
        """The answers that are known."""
        if not self.path.exists():
            return {}
        keys = {self._key(script): script for script in scripts}
        try:
            return {keys[key]: _remarks(text) for key, text in self._rows(list(keys))}
        except sqlite3.OperationalError:
            return {}  # locked by another run, or not to be opened
        except (sqlite3.DatabaseError, ValueError, TypeError):
            with suppress(OSError):
                self.path.unlink()
            return {}

    def write(self, answers: Mapping[ShellScript, tuple[Remark, ...]]) -> None:
        """Keep answers, all or none; the oldest are given up where there are too many."""
        rows = [(self._key(script), _text(remarks)) for script, remarks in answers.items()]
        with suppress(OSError, sqlite3.Error):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = self._open()
            try:
                with connection:
                    connection.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, remarks TEXT)")
                    connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)
                    connection.execute(
                        "DELETE FROM answers WHERE rowid <= (SELECT max(rowid) FROM answers) - ?", (self.most,)
                    )
            finally:
                connection.close()

    def _rows(self, keys: list[bytes]) -> list[tuple[bytes, str]]:
        connection = self._open()
        rows: list[tuple[bytes, str]] = []
        try:
            for first in range(0, len(keys), _MOST_ASKED):
                some = keys[first : first + _MOST_ASKED]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, remarks FROM answers WHERE key IN ({marks})"  # noqa: S608 - only question marks
                rows += connection.execute(query, some).fetchall()
        finally:
            connection.close()
        return rows

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=1)
        # Losing the last answers in a power cut is cheaper than waiting for the disk each time.
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    def _key(self, script: ShellScript) -> bytes:
        return blake2b(f"{self._salt}\n{script.content}".encode(), digest_size=16).digest()


def _text(remarks: tuple[Remark, ...]) -> str:
    rows = [[r.code, r.level, r.message, r.start, r.end, r.edits] for r in remarks]
    return json.dumps(rows, separators=(",", ":")) if rows else ""


def _remarks(text: str) -> tuple[Remark, ...]:
    rows: list[tuple[str, str, str, int, int, list[tuple[int, int, str]]]] = json.loads(text) if text else []
    return tuple(
        Remark(code, Level(level), message, start, end, tuple((first, last, new) for first, last, new in edits))
        for code, level, message, start, end, edits in rows
    )
