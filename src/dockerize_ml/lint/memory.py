"""What was found in a text before, kept on disk; losing it costs time and nothing else."""

from __future__ import annotations

import json
from _blake2 import blake2b  # hashlib would load all of OpenSSL for it
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.lint.finding import Edit, Finding, Fix, Level
from dockerize_ml.lint.ignore_file import ignore_text
from dockerize_ml.lint.shellcheck import default_cache
from dockerize_ml.lint.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dockerize_ml.lint.settings import Settings
    from dockerize_ml.lint.source import Source

    _Fix = tuple[str, bool, list[tuple[int, int, str]]]
    _Row = tuple[int, int, int, int, str, str, list[str], str, str, _Fix | None]

_FILE = "findings-1.sqlite3"
_PACKAGE = Path(__file__).parents[1]


class Memory:
    """The findings in texts that were judged with the same settings, by the same rules."""

    def __init__(self, settings: Settings) -> None:
        path = default_cache()
        self._store = None if path is None else Store(path.with_name(_FILE))
        self._salt = f"{_version()}\n{settings!r}\n"

    def recall(self, sources: Sequence[Source]) -> dict[Source, tuple[Finding, ...]]:
        """What is known of the sources, under the names they have now."""
        if self._store is None:
            return {}
        keys = {source: self._key(source) for source in sources}
        rows = self._store.read(list(keys.values()))
        known = {}
        for source, key in keys.items():
            # A row that says nothing of ours is as good as none.
            with suppress(KeyError, ValueError, TypeError):
                known[source] = tuple(_findings(rows[key], source.name))
        return known

    def keep(self, found: Mapping[Source, tuple[Finding, ...]]) -> None:
        """Remember findings."""
        if self._store is not None and found:
            self._store.write({self._key(source): _text(findings) for source, findings in found.items()})

    def _key(self, source: Source) -> bytes:
        known = f"{self._salt}{ignore_text(source.name, source.folder)!r}\n{source.text}"
        return blake2b(known.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _version() -> str:
    """What changes when any rule, or any table that a rule reads, is changed."""
    states = (path.stat() for pattern in ("*.py", "*.toml") for path in sorted(_PACKAGE.rglob(pattern)))
    text = " ".join(f"{state.st_size}.{state.st_mtime_ns}" for state in states)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _text(findings: tuple[Finding, ...]) -> str:
    rows = []
    for found in findings:
        place = (found.line, found.column, found.end_line, found.end_column)
        fix = found.fix and (
            found.fix.title,
            found.fix.safe,
            [(*_ends(edit.span), edit.text) for edit in found.fix.edits],
        )
        rows.append((*place, found.code, found.name, found.aliases, found.level, found.message, fix))
    return json.dumps(rows, separators=(",", ":"))


def _findings(text: str, name: str) -> Iterator[Finding]:
    rows: list[_Row] = json.loads(text)
    for *place, code, rule, aliases, level, message, fix in rows:
        line, column, end_line, end_column = place
        mended = None if fix is None else Fix(fix[0], fix[1], tuple(Edit(Span(*ends), new) for *ends, new in fix[2]))
        yield Finding(
            name, line, column, end_line, end_column, code, rule, tuple(aliases), Level(level), message, mended
        )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
