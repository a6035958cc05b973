"""A lock of another tool that can no longer be installed by."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.model import Resolution
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
Wheel = Callable[..., None]

APP = "from flask import Flask\n\napp = Flask(__name__)\n"
POETRY = """[tool.poetry]
name = "svc"
[tool.poetry.dependencies]
python = "^3.11"
flask = "{flask}"
"""
LOCK = """[[package]]
name = "flask"
version = "3.0.1"

[metadata]
lock-version = "2.1"
python-versions = "^3.11"
content-hash = "of another"
"""


@pytest.fixture(autouse=True)
def _shelf(wheel: Wheel) -> None:
    for version in ("2.0.0", "3.0.1", "3.1.0"):
        wheel("flask", version)
    wheel("gunicorn", "23.0")


def locked(folder: Make, *, flask: str = "^3.0", lock: str = LOCK, wish: Wish | None = None) -> Resolution:
    root = folder({"app.py": APP, "pyproject.toml": POETRY.format(flask=flask), "poetry.lock": lock})
    return pipeline.lock(root, {}, wish or Wish())


@pytest.mark.parametrize(("flask", "version"), [("^3.0", "3.0.1"), ("^2.0", "2.0.0"), ("^3.1", "3.1.0")])
def test_what_it_has_is_kept_as_far_as_it_fits(flask: str, version: str, folder: Make) -> None:
    found = locked(folder, flask=flask)
    assert "Poetry refuses such a lock" in found.because
    assert found.lock is not None
    assert {each.name: each.version for each in found.lock.packages}["flask"] == version
    assert all(each.name != "flask" for each in found.lock.repairs)


def test_two_versions_of_one_tell_nothing(folder: Make) -> None:
    found = locked(
        folder, lock=LOCK.replace("[metadata]", '[[package]]\nname = "flask"\nversion = "2.0.0"\n[metadata]')
    )
    assert found.lock is not None
    assert {each.name: each.version for each in found.lock.packages}["flask"] == "3.1.0"


def test_where_nobody_may_be_asked_it_is_said_to_be_stale(folder: Make) -> None:
    found = locked(folder, wish=Wish(offline=True))
    assert found.own is not None
    assert "was changed after poetry.lock was made" in found.own.stale
    assert found.text is None


def test_where_no_lock_is_wished_there_is_none(folder: Make) -> None:
    found = locked(folder, wish=Wish(lock=False))
    assert (found.own, found.text) == (None, None)
