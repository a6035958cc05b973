"""What lint remembers of many files."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.memory import Memory
from dockerize_ml.lint.runner import MANY
from dockerize_ml.lint.store import Store

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings(preset="all", shellcheck=False)
TEXT = "FROM debian:latest\nADD a /b\nRUN pip install flask\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path / "dockerize-ml" / "findings-1.sqlite3"


def sources(count: int = MANY) -> list[Source]:
    return [Source(f"{number}.Dockerfile", f"{TEXT}# {number}\n") for number in range(count)]


def test_the_second_run_says_the_same(cache: Path) -> None:
    first = lint(sources(), SETTINGS, jobs=1)
    assert cache.exists()
    assert Memory(SETTINGS).recall(sources()).keys() == set(sources())
    assert lint(sources(), SETTINGS, jobs=1) == first
    assert any(finding.fix for finding in first)


def test_a_file_that_was_renamed_has_its_new_name() -> None:
    lint(sources(), SETTINGS, jobs=1)
    renamed = [Source(f"new/{source.name}", source.text) for source in sources()]
    assert {finding.file for finding in lint(renamed, SETTINGS, jobs=1)} == {source.name for source in renamed}


def test_other_settings_are_another_matter() -> None:
    lint(sources(), SETTINGS, jobs=1)
    assert not Memory(Settings(preset="hadolint", shellcheck=False)).recall(sources())


def test_few_files_are_not_worth_it(cache: Path) -> None:
    lint(sources(3), SETTINGS, jobs=1)
    assert not cache.exists()


def test_nothing_is_kept_where_nobody_wants_it(cache: Path) -> None:
    lint(sources(), Settings(preset="all", shellcheck=False, cache=False), jobs=1)
    assert not cache.exists()


def test_a_broken_file_is_as_good_as_none(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"no database at all, but long enough to look like one" * 20)
    first = lint(sources(), SETTINGS, jobs=1)
    assert lint(sources(), SETTINGS, jobs=1) == first


@pytest.mark.parametrize("row", ["[", "[1]", None])
def test_a_broken_row_is_as_good_as_none(cache: Path, row: str | None) -> None:
    first = lint(sources(), SETTINGS, jobs=1)
    with sqlite3.connect(cache) as connection:
        connection.execute("UPDATE texts SET text = ?", (row,))
    connection.close()
    assert lint(sources(), SETTINGS, jobs=1) == first


def test_the_oldest_rows_are_given_up(tmp_path: Path) -> None:
    store = Store(tmp_path / "some.sqlite3", most=2)
    for number in range(4):
        store.write({bytes([number]): str(number)})
    assert store.read([bytes([number]) for number in range(4)]) == {b"\x02": "2", b"\x03": "3"}
