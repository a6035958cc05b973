"""``lint`` and ``explain`` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

BAD = "FROM python:latest\nCOPY . .\nRUN pip install -r requirements.txt\n"


def test_findings_are_shown_under_the_very_words(tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text(BAD)
    done = run("lint", cwd=tmp_path)
    assert done.returncode == 1
    assert "Dockerfile:1:6 warning DL3007" in done.stdout
    assert "^^^^^^^^^^^^^" in done.stdout


def test_json_is_a_superset_of_hadolints_rows(tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text(BAD)
    rows = json.loads(run("lint", "--format", "json", "--fail-on", "never", cwd=tmp_path).stdout)
    (row,) = [row for row in rows if row["code"] == "DL3007"]
    keys = {"file", "line", "column", "end_line", "end_column", "code", "name", "aliases", "level", "message", "fix"}
    assert keys <= set(row)
    assert (row["file"], row["line"], row["column"], row["level"]) == ("Dockerfile", 1, 6, "warning")


def test_our_own_rule_sees_source_before_requirements(tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text(BAD)
    codes = {row["code"] for row in json.loads(run("lint", "--format", "json", cwd=tmp_path).stdout)}
    assert "ML201" in codes


def test_standard_input_is_linted_under_the_name_it_is_given(tmp_path: Path, run: Run) -> None:
    done = run("lint", "-", "--stdin-filename", "my.Dockerfile", "--format", "concise", cwd=tmp_path, stdin=BAD)
    assert done.returncode == 1
    assert done.stdout.startswith("my.Dockerfile:1:6: ") or done.stdout.startswith("my.Dockerfile:1:6 ")


def test_folders_are_searched_without_what_git_ignores(tmp_path: Path, run: Run) -> None:
    for name in ("Dockerfile", "api/web.Dockerfile", "Containerfile.dev", "skipped/Dockerfile", "Dockerfile.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("FROM python:latest\n")
    (tmp_path / ".gitignore").write_text("skipped/\n")
    rows = json.loads(run("lint", ".", "--select", "DL3007", "--format", "json", cwd=tmp_path).stdout)
    assert [row["file"] for row in rows] == ["Containerfile.dev", "Dockerfile", "api/web.Dockerfile"]


def test_fix_mends_the_file_and_keeps_every_other_byte(tmp_path: Path, run: Run) -> None:
    before = b"FROM python:3.12-slim\r\n# caf\xe9\r\nRUN pip install flask==3.0.3\r\n"
    (tmp_path / "Dockerfile").write_bytes(before)
    done = run("lint", "--fix", "--select", "DL3042", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "Dockerfile").read_bytes() == before.replace(b"pip install", b"pip install --no-cache-dir")


def test_diff_changes_nothing(tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text("FROM python:3.12-slim\nRUN pip install flask==3.0.3\n")
    done = run("lint", "--diff", cwd=tmp_path)
    assert "+RUN pip install --no-cache-dir flask==3.0.3" in done.stdout
    assert "no-cache-dir" not in (tmp_path / "Dockerfile").read_text()


def test_a_mended_standard_input_is_all_there_is_on_standard_output(tmp_path: Path, run: Run) -> None:
    done = run("lint", "-", "--fix", cwd=tmp_path, stdin="FROM python:latest\nRUN pip install flask==3.0.3\n")
    assert done.stdout == "FROM python:latest\nRUN pip install --no-cache-dir flask==3.0.3\n"


def test_two_formats_go_to_two_places(tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text(BAD)
    done = run("lint", "-f", "json", "-o", "found.json", "-f", "statistics", cwd=tmp_path)
    assert {row["code"] for row in json.loads((tmp_path / "found.json").read_text())} >= {"DL3007", "ML201"}
    assert "DL3007" in done.stdout


EXITS = {
    "a finding below the threshold is fine": (("--fail-on", "error"), 0),
    "a finding at the threshold fails": (("--fail-on", "warning"), 1),
    "never is never": (("--fail-on", "never"), 0),
    "ignored is not found": (("--select", "DL3007", "--ignore", "DL3007"), 0),
    "ignored one by one": (("--select", "DL3006,DL3007", "--ignore", "DL3007", "--ignore", "DL3006"), 0),
    "an unknown preset is wrong usage": (("--preset", "hadolin"), 2),
    "an unknown format is wrong usage": (("--format", "jsn"), 2),
    "an unknown threshold is wrong usage": (("--fail-on", "warn"), 2),
    "more files than formats is wrong usage": (("-o", "a", "-o", "b"), 2),
    "a configuration that is not there is wrong usage": (("--config", "none.toml"), 2),
}


@pytest.mark.parametrize(("options", "code"), EXITS.values(), ids=EXITS.keys())
def test_exit_codes(options: tuple[str, ...], code: int, tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text("FROM python:latest\nUSER 1000\n")
    done = run("lint", *options, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreadable_file_is_an_error_and_the_rest_is_linted(tmp_path: Path, run: Run) -> None:
    (tmp_path / "Dockerfile").write_text(BAD)
    done = run("lint", "Dockerfile", "missing", cwd=tmp_path)
    assert done.returncode == 2
    assert "DL3007" in done.stdout
    assert "`missing` does not exist" in done.stderr


def test_explain_prints_a_rules_page(tmp_path: Path, run: Run) -> None:
    done = run("explain", "DL3042", cwd=tmp_path)
    assert done.returncode == 0
    for heading in ("DL3042", "Why", "Before", "After", "pip install --no-cache-dir"):
        assert heading in done.stdout


def test_explain_lists_the_rules(tmp_path: Path, run: Run) -> None:
    printed = json.loads(run("explain", "--format", "json", cwd=tmp_path).stdout)
    assert {"DL3006", "DL3007", "DL3009", "DL3015", "DL3020", "DL3025", "DL3042", "ML201"} <= {
        rule["code"] for rule in printed["rules"]
    }


def test_an_unknown_rule_is_told_the_nearest(tmp_path: Path, run: Run) -> None:
    done = run("explain", "DL3043x", cwd=tmp_path)
    assert done.returncode == 2
    assert "DL304" in done.stderr
