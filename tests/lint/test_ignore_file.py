"""Which ignore file counts for a Dockerfile, and that a change to it is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.ignore_file import ignore_text
from dockerize_ml.lint.runner import MANY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_one_named_for_the_dockerfile_comes_first(tmp_path: Path) -> None:
    (tmp_path / ".dockerignore").write_text("a\n")
    (tmp_path / "web.Dockerfile.dockerignore").write_text("b\n")
    assert ignore_text("docker/web.Dockerfile", tmp_path) == "b\n"
    assert ignore_text("Dockerfile", tmp_path) == "a\n"


def test_there_need_be_none(tmp_path: Path) -> None:
    (tmp_path / ".dockerignore").mkdir()
    assert ignore_text("Dockerfile", tmp_path) is None
    assert ignore_text("Dockerfile", None) is None


def test_what_is_remembered_depends_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    settings = Settings(select=("BK019",), shellcheck=False)
    sources = [Source("Dockerfile", f"FROM a:{number}\nCOPY data /srv/\n", tmp_path) for number in range(MANY)]
    assert lint(sources, settings, jobs=1) == []
    (tmp_path / ".dockerignore").write_text("data\n")
    assert len(lint(sources, settings, jobs=1)) == MANY
