"""Old versions of Python: what there is for them is taken, and Python 2 is refused with a reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.errors import ProjectError

Make = Callable[[dict[str, str]], Path]
FLASK = "from flask import Flask\n\napp = Flask(__name__)\n"


def dockerfile_of(root: Path) -> str:
    return pipeline.render(pipeline.plan(pipeline.inspect(root))).dockerfile


def test_an_old_python_stays_on_the_debian_of_its_time(folder: Make) -> None:
    root = folder({"app.py": FLASK, "requirements.txt": "flask==1.1.1\n", ".python-version": "3.6\n"})
    assert "FROM python:3.6-slim-bullseye" in dockerfile_of(root)


def test_uv_is_not_asked_for_what_it_cannot_do(folder: Make) -> None:
    root = folder({"app.py": FLASK, "requirements.txt": "flask==1.1.1\n", ".python-version": "3.5\n"})
    written = dockerfile_of(root)
    assert "python -m venv /opt/venv" in written
    assert "uv" not in written


def test_the_python_of_today_is_left_alone(folder: Make) -> None:
    root = folder({"app.py": FLASK, "requirements.txt": "flask==3.0.0\n", ".python-version": "3.12\n"})
    assert "FROM python:3.12-slim-bookworm" in dockerfile_of(root)


def test_python_2_is_refused_with_the_line_that_shows_it(folder: Make) -> None:
    root = folder({"app.py": f"{FLASK}\nprint 'hello'\n", "requirements.txt": "flask==0.10.1\n"})
    with pytest.raises(ProjectError, match="Python 2") as refused:
        dockerfile_of(root)
    assert refused.value.place == "app.py:5"
