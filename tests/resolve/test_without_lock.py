"""The image where no lock can be made: its packages are those of the project's time all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
APP = "from flask import Flask\n\napp = Flask(__name__)\n"
NO_TIME = Wish(lock=True, seconds=0)


def dockerfile(root: Path, wish: Wish, **flags: str) -> str:
    return pipeline.generate(root, {"as_of": "2021-05-02"} | flags, wish).files.dockerfile


@pytest.mark.parametrize(
    "files",
    [
        {"requirements.txt": "flask\n"},
        {"pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["flask"]\n'},
        {},
    ],
    ids=["a list", "a project", "imports alone"],
)
def test_nothing_newer_than_the_project_is_installed(folder: Make, files: dict[str, str]) -> None:
    text = dockerfile(folder({"app.py": APP, **files}), NO_TIME)
    assert "--exclude-newer 2021-05-02" in text
    assert "FROM python:3.9-" in text
    # The server of today is newer than that day.
    assert "gunicorn>" not in text
    assert "As of 2021-05-02, the project's own time, since no lock could be made." in text


def test_the_python_that_the_project_names_stays(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\n", ".python-version": "3.11\n"})
    text = dockerfile(root, NO_TIME)
    assert "FROM python:3.11-" in text
    assert "--exclude-newer 2021-05-02" in text


def test_a_python_that_packages_end_with_gives_way_to_one_that_was_out(folder: Make) -> None:
    code = APP + "from statsmodels.tsa.arima_model import ARIMA\n"
    root = folder({"app.py": code, "requirements.txt": "flask\nstatsmodels\n"})
    assert "FROM python:3.7-" in dockerfile(root, NO_TIME, as_of="2019-08-20")


@pytest.mark.parametrize(
    ("lines", "wish", "flags"),
    [
        ("flask\n", Wish(lock=True, offline=True), {}),
        ("flask\n", NO_TIME, {"as_of": "now"}),
        ("flask\n", NO_TIME, {"installer": "pip"}),
        ("flask\n--extra-index-url https://index.example.org/simple\n", NO_TIME, {}),
        ("flask\ntorch\n", NO_TIME, {}),
    ],
    ids=[
        "nobody was asked",
        "today's are wished",
        "pip knows no days",
        "an index without days",
        "nor does PyTorch's",
    ],
)
def test_no_day_counts_where(folder: Make, lines: str, wish: Wish, flags: dict[str, str]) -> None:
    assert "--exclude-newer" not in dockerfile(folder({"app.py": APP, "requirements.txt": lines}), wish, **flags)


@pytest.mark.parametrize(
    ("lines", "day", "newer"),
    [
        ("-e .\nflask\n", "2021-05-02", "2022-12-31"),
        ("-e .\nflask\n", "2023-05-02", ""),
        (".\nflask\n", "2021-05-02", ""),
        ("flask\n", "2021-05-02", ""),
    ],
    ids=["in place", "by tools of the time", "not in place", "nothing of the project's"],
)
def test_what_installs_in_place_may_be_newer(folder: Make, lines: str, day: str, newer: str) -> None:
    root = folder({"app.py": APP, "requirements.txt": lines, "setup.py": "from setuptools import setup\nsetup()\n"})
    text = dockerfile(root, NO_TIME, as_of=day)
    assert f"--exclude-newer {day}" in text
    assert ("--exclude-newer-package setuptools=2022-12-31" in text) is bool(newer)
