"""Rules about a project: they run where the user names the build context, and nowhere else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dockerize_ml.lint import Settings, Source, lint

COPIES_ALL = "FROM python:3.12-slim\nCOPY . /app\n"


def codes(folder: Path, project: Path | None) -> set[str]:
    found = lint([Source("Dockerfile", COPIES_ALL, folder, project)], Settings(select=("ML6",), cache=False))
    return {finding.code for finding in found}


def test_the_context_is_never_guessed(tmp_path: Path) -> None:
    assert codes(tmp_path, None) == set()
    assert codes(tmp_path, tmp_path) == {"ML601"}


@pytest.mark.parametrize("name", [".dockerignore", "Dockerfile.dockerignore"])
def test_an_ignore_file_is_enough(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(".git\n")
    assert codes(tmp_path, tmp_path) == set()


def test_the_command_takes_the_folder(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "Dockerfile").write_text(COPIES_ALL)
    asked = [sys.executable, "-m", "dockerize_ml", "lint", "--select", "ML6", "--format", "json", "Dockerfile"]
    for options, status, found in (([], 0, []), (["--project", "app"], 1, ["ML601"]), (["--project", "none"], 2, None)):
        done = subprocess.run([*asked, *options], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stderr
        if found is not None:
            assert [row["code"] for row in json.loads(done.stdout)] == found
