"""Repairs that are shown on a terminal can be refused there, one by one."""

from collections.abc import Callable
from pathlib import Path

import pytest

Wheel = Callable[..., None]
Typed = Callable[..., tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path, wheel: Wheel, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two names that need a repair: one that is dead, and one that was never asked for."""
    monkeypatch.delenv("DOCKERIZE_ML_OFFLINE")  # the index is a folder
    wheel("flask", "3.0")
    wheel("pyyaml", "6.0")
    wheel("gunicorn", "23.0")
    (tmp_path / "requirements.txt").write_text("flask\n")
    (tmp_path / "app.py").write_text("import yaml\nfrom flask import Flask\n\napp = Flask(__name__)\n")
    return tmp_path


def test_what_is_named_is_left_as_it_was(project: Path, typed: Typed) -> None:
    code, screen = typed("init", cwd=project, answers=["pyyaml"])
    assert code == 0
    locked = (project / "requirements.lock").read_text()
    assert "gunicorn==23.0" in locked
    assert "pyyaml==6.0" not in locked
    assert screen.count("gunicorn") == 1, "a repair that was shown and accepted is not told again"


def test_nothing_is_refused_by_enter(project: Path, typed: Typed) -> None:
    code, _ = typed("init", cwd=project, answers=[""])
    assert code == 0
    assert "pyyaml==6.0" in (project / "requirements.lock").read_text()
