"""An index that does not tell since when it has some files."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]


def test_what_has_no_day_is_taken_whenever_it_came(folder: Make, wheel: Callable[..., None]) -> None:
    wheel("flask", "2.0.0", "werkzeug")
    wheel("werkzeug", "2.0.1")
    wheel("gunicorn", "23.0.0")
    root = folder({"app.py": "import flask\n\napp = flask.Flask(__name__)\n", "requirements.txt": "flask\n"})
    made = pipeline.lock(root, {"python": "3.11", "as_of": "2022-01-01"}, Wish(lock=True)).lock
    assert made is not None
    assert {each.name for each in made.packages} == {"flask", "werkzeug", "gunicorn"}
    assert not made.repairs or {each.kind for each in made.repairs} == {"added"}
