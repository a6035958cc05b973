"""ShellCheck's answers on disk, keyed by everything that decides them; losing them costs time and nothing else."""

from __future__ import annotations

import json
from _blake2 import blake2b  # hashlib would load all of OpenSSL for it
from contextlib import suppress
from typing import TYPE_CHECKING

from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.shellcheck.remark import Remark
from dockerize_ml.lint.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dockerize_ml.lint.shellcheck.script import ShellScript

    Answers = dict[ShellScript, tuple[Remark, ...]]


class Cache:
    """The answers in one file."""

    def __init__(self, path: Path, program: Path, most: int | None = None) -> None:
        self._store = Store(path, most)
        found = program.stat()
        # A new version of ShellCheck is another file; asking it for its version would cost a process.
        self._salt = f"{found.st_size} {found.st_mtime_ns}"

    def read(self, scripts: Sequence[ShellScript]) -> Answers:
        """The answers that are known."""
        keys = {self._key(script): script for script in scripts}
        answers: Answers = {}
        for key, text in self._store.read(list(keys)).items():
            with suppress(ValueError, TypeError):
                answers[keys[key]] = _remarks(text)
        return answers

    def write(self, answers: Mapping[ShellScript, tuple[Remark, ...]]) -> None:
        """Keep answers, all or none; the oldest are given up where there are too many."""
        self._store.write({self._key(script): _text(remarks) for script, remarks in answers.items()})

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
