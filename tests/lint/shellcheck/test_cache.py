"""Answers on disk: they are found again, they are bounded, and a broken file does no harm."""

import sqlite3
import sys
from pathlib import Path

import pytest

from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.shellcheck import Remark, ShellScript, check, default_cache
from dockerize_ml.lint.shellcheck.cache import Cache

PROGRAM = Path(sys.executable)
SCRIPT = ShellScript("rm $1", "sh")
REMARK = Remark("SC2086", Level.INFO, "Quote this.", 3, 5, ((3, 3, '"'), (5, 5, '"')))


def test_answers_are_found_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "answers.sqlite3"
    quiet = ShellScript("true", "sh")
    Cache(path, PROGRAM).write({SCRIPT: (REMARK,), quiet: ()})
    assert Cache(path, PROGRAM).read([SCRIPT, quiet, ShellScript("other", "sh")]) == {SCRIPT: (REMARK,), quiet: ()}


DIFFERENT = {
    "text": ShellScript("rm $2", "sh"),
    "dialect": ShellScript("rm $1", "bash"),
    "variables": ShellScript("rm $1", "sh", ("A",)),
    "values": ShellScript("rm $1", "sh", ("A",), frozenset("A")),
}


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=DIFFERENT)
def test_what_decides_an_answer_is_part_of_its_key(tmp_path: Path, other: ShellScript) -> None:
    cache = Cache(tmp_path / "answers", PROGRAM)
    cache.write({script: () for script in DIFFERENT.values() if script is not other})
    assert cache.read([other]) == {}


def test_another_program_has_other_answers(tmp_path: Path) -> None:
    path = tmp_path / "answers"
    Cache(path, PROGRAM).write({SCRIPT: (REMARK,)})
    assert Cache(path, Path(__file__)).read([SCRIPT]) == {}


BROKEN = {
    "no database": b"this is no database, " * 100,
    "empty": b"",
    "cut off": b"SQLite format 3\x00" + b"\x00" * 50,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_an_empty_one_and_mended(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "answers"
    path.write_bytes(content)
    answers = check([SCRIPT], cache=path)
    assert [remark.code for remark in answers[SCRIPT]] == ["SC2086"]
    assert check([SCRIPT], cache=path) == answers
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM texts").fetchone() == (1,)
    connection.close()


ROWS = {"no JSON": "[", "another shape": "[1]", "an unknown level": '[["SC1","loud","x",0,1,[]]]', "null": None}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_broken_row_is_no_answer(tmp_path: Path, row: str | None) -> None:
    path = tmp_path / "answers"
    cache = Cache(path, PROGRAM)
    cache.write({SCRIPT: ()})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE texts SET text = ?", (row,))
    connection.close()
    assert cache.read([SCRIPT]) in ({}, {SCRIPT: ()})


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert check([SCRIPT], cache=tmp_path / "file" / "answers")[SCRIPT]


def test_a_locked_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "answers"
    Cache(path, PROGRAM).write({SCRIPT: (REMARK,)})
    connection = sqlite3.connect(path)
    connection.execute("BEGIN EXCLUSIVE")
    assert Cache(path, PROGRAM).read([SCRIPT]) == {}
    connection.rollback()
    connection.close()
    assert Cache(path, PROGRAM).read([SCRIPT]) == {SCRIPT: (REMARK,)}


def test_the_oldest_answers_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "answers", PROGRAM, most=10)
    scripts = [ShellScript(str(number), "sh") for number in range(25)]
    for script in scripts:
        cache.write({script: ()})
    assert cache.read(scripts).keys() == set(scripts[15:])


def test_many_answers_are_read_at_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "answers", PROGRAM)
    scripts = [ShellScript(str(number), "sh") for number in range(1200)]
    cache.write(dict.fromkeys(scripts, (REMARK,)))
    assert len(cache.read(scripts)) == 1200


def test_without_a_file_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert check([SCRIPT], cache=None)[SCRIPT]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other folders")
def test_the_usual_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    assert default_cache() == tmp_path / ".cache/dockerize-ml/shellcheck-2.sqlite3"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    assert default_cache() == tmp_path / "kept/dockerize-ml/shellcheck-2.sqlite3"
