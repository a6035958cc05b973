"""A pin that runs on no Python that there is becomes the newest of its series."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.model import Lock
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
APP = "import django\nimport flask\n\napp = flask.Flask(__name__)\n"


@pytest.fixture(autouse=True)
def shop(wheel: Callable[..., None]) -> None:
    wheel("flask", "2.0.0")
    wheel("gunicorn", "23.0.0")
    for version in ("1.10.3", "1.10.8", "1.11.4", "1.11.29", "2.2.28"):
        wheel("django", version)


def locked(folder: Make, version: str, wish: Wish, **flags: object) -> Lock:
    root = folder({"app.py": APP, "requirements.txt": f"django=={version}\nflask==2.0.0\n"})
    made = pipeline.lock(root, flags, wish).lock
    assert made is not None
    return made


def django(lock: Lock) -> str:
    return next(each.version for each in lock.packages if each.name == "django")


def test_the_newest_of_the_series_is_taken_and_told(folder: Make) -> None:
    made = locked(folder, "1.11.4", Wish(lock=True))
    assert django(made) == "1.11.29"
    (repair,) = [each for each in made.repairs if each.name == "django"]
    assert (repair.old, repair.new) == ("django==1.11.4", "django==1.11.29")
    assert "runs on no Python from 3.7 on" in repair.reason


def test_where_none_of_the_series_runs_the_pin_stays(folder: Make) -> None:
    assert django(locked(folder, "1.10.3", Wish(lock=True))) == "1.10.3"


def test_what_runs_stays(folder: Make) -> None:
    assert django(locked(folder, "1.11.29", Wish(lock=True))) == "1.11.29"


def test_what_the_user_keeps_stays(folder: Make) -> None:
    assert django(locked(folder, "1.11.4", Wish(lock=True, keep=frozenset({"django"})))) == "1.11.4"
