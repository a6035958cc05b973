"""Models loaded inside an image, as a client would tell of it."""

import json
import stat
from pathlib import Path

import pytest

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.model_check import model_check
from dockerize_ml.engine.session import Session

TOLD = {
    "it loads": ({"state": "loaded", "call": "joblib.load", "said": "", "seconds": 1.23}, "ok", "joblib.load(/app/m)"),
    "it was saved with another version": (
        {"state": "loaded", "call": "joblib.load", "said": "from version 1.0 when using 1.5", "seconds": 1.0},
        "warning",
        "from version 1.0",
    ),
    "it does not load": (
        {"state": "failed", "call": "pickle.load", "said": "ValueError: incompatible dtype"},
        "failed",
        "incompatible dtype",
    ),
    "only the program knows its class": (
        {"state": "failed", "call": "pickle.load", "said": "AttributeError: Can't get attribute 'Net' on __main__"},
        "skipped",
        "only the program itself",
    ),
    "it is not there": ({"state": "absent"}, "warning", "is not in the image"),
    "it may not be read": ({"state": "unreadable"}, "failed", "may not read"),
    "nothing here loads it": ({"state": "unknown"}, "skipped", "no library"),
}


def session_that_answers(folder: Path, answer: str) -> Session:
    docker = folder / "docker"
    (folder / "answer").write_text(answer)
    docker.write_text(f"#!/bin/sh\ncat >/dev/null\ncat {folder}/answer\n")
    docker.chmod(docker.stat().st_mode | stat.S_IXUSR)
    return Session(Client(str(docker), "28"), "x")


@pytest.mark.parametrize(("told", "status", "words"), TOLD.values(), ids=TOLD.keys())
def test_what_came_of_it_is_told(told: dict[str, object], status: str, words: str, tmp_path: Path) -> None:
    session = session_that_answers(tmp_path, json.dumps([{"path": "/app/m", **told}]))
    (row,) = model_check(session, "image", ["m.pkl"])
    assert (row.status, words in row.detail) == (status, True)


def test_an_image_without_python_is_no_fault(tmp_path: Path) -> None:
    (row,) = model_check(session_that_answers(tmp_path, "exec: python: not found"), "image", ["m.pkl"])
    assert row.status == "skipped"


def test_a_project_without_models_has_no_row(tmp_path: Path) -> None:
    assert list(model_check(session_that_answers(tmp_path, ""), "image", [])) == []
