"""Reads the tables beside this module: TOML whose every row says why, from which source and when it was checked."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_SECTION = re.compile(r"^(?=\[\[)", re.MULTILINE)


class Row(NamedTuple):
    """One row of a table, read with its type; a wrong type is a bug in the table and says where.

    Attributes:
        table: the file's name without ``.toml``.
        values: what the row itself says.
        shared: what the file says for all of its rows (``why``, ``source``, ``checked``, …).
    """

    table: str
    values: Mapping[str, object]
    shared: Mapping[str, object]

    @property
    def why(self) -> str:
        """Why the row says what it says."""
        return self.text("why")

    @property
    def source(self) -> str:
        """Where that can be looked up."""
        return self.text("source")

    @property
    def checked(self) -> date:
        """The day on which somebody last looked it up."""
        day = self._value("checked")
        if not isinstance(day, date):
            raise self._wrong("checked", day)
        return day

    def text(self, key: str, default: str | None = None) -> str:
        """The text under ``key``, or ``default`` where the row has none."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, value)
        return value

    def optional_text(self, key: str) -> str | None:
        """The text under ``key``, or None where the row has none."""
        return None if self._value(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under ``key``, empty where the row has none."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(key, value)
        return tuple(value)

    def number(self, key: str) -> int | None:
        """The whole number under ``key``, or None where the row has none."""
        value = self._value(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self._wrong(key, value)

    def flag(self, key: str) -> bool:
        """The truth value under ``key``, False where the row has none."""
        value = self._value(key, default=False)
        if not isinstance(value, bool):
            raise self._wrong(key, value)
        return value

    def day(self, key: str) -> date | None:
        """The day under ``key``, or None where the row has none."""
        value = self._value(key)
        if value is None or isinstance(value, date):
            return value
        raise self._wrong(key, value)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """The texts named under ``key``, in the file's order."""
        value = self._value(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise self._wrong(key, value)
        return tuple(value.items())

    def _value(self, key: str, default: object = None) -> object:
        return self.values.get(key, self.shared.get(key, default))

    def _wrong(self, key: str, value: object) -> TypeError:
        return TypeError(f"{self.table}.toml: `{key}` cannot be {value!r} in {dict(self.values)!r}")


def rows(table: str, section: str) -> Iterator[Row]:
    """The rows of ``[[section]]`` in ``table``.toml; what stands above the first section holds for every row."""
    document = _document(table)
    shared = {key: value for key, value in document.items() if not _is_section(value)}
    section_rows = document[section]
    if not isinstance(section_rows, list):
        raise TypeError(f"{table}.toml: [[{section}]] is not a list of rows")
    for values in section_rows:
        yield Row(table, values, shared)


def rows_naming(table: str, section: str, word: str) -> Iterator[Row]:
    """The rows of ``[[section]]`` that have ``word`` as a text of theirs, without reading all of a large table."""
    head, *sections = _SECTION.split(_text(table))
    for text in sections:
        if text.startswith(f"[[{section}]]") and f'"{word}"' in text:
            document: dict[str, object] = tomllib.loads(f"{head}{text}")
            match document.pop(section):
                case [dict(values)]:
                    yield Row(table, values, document)


@lru_cache
def _document(table: str) -> Mapping[str, object]:
    return tomllib.loads(_text(table))


@lru_cache
def _text(table: str) -> str:
    return Path(__file__).with_name(f"{table}.toml").read_text(encoding="utf-8")


def _is_section(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)
