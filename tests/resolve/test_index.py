"""Against the real index: requirements that rotted, resolved as of their own time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.model import Lock
from dockerize_ml.resolve.resolve import Wish

pytestmark = pytest.mark.network

Make = Callable[[dict[str, str]], Path]
FLASK = "from flask import Flask\napp = Flask(__name__)\n"


def locked(root: Path, **flags: object) -> Lock:
    found = pipeline.lock(root, flags, Wish(lock=True, seconds=240))
    assert found.lock is not None, found
    return found.lock


def versions(lock: Lock) -> dict[str, str]:
    return {each.name: each.version for each in lock.packages}


def test_a_flask_app_of_2021_gets_the_werkzeug_of_2021(folder: Make) -> None:
    lock = locked(folder({"app.py": FLASK, "requirements.txt": "flask\nnumpy\n"}), as_of="2021-05-03")
    have = versions(lock)
    assert (have["flask"], have["werkzeug"], have["numpy"]) == ("1.1.2", "1.0.1", "1.20.2")
    assert lock.python == "3.9"
    # What serves the image is today's: it is none of the project's versions.
    assert int(have["gunicorn"].partition(".")[0]) >= 22


def test_a_pin_that_came_later_moves_the_day(folder: Make) -> None:
    lock = locked(folder({"app.py": FLASK, "requirements.txt": "flask==2.3.2\nrequests\n"}), as_of="2021-05-03")
    assert str(lock.as_of) == "2023-05-01"
    assert "2021-05-03" in lock.as_of_why


def test_the_newest_pin_dates_a_project_that_nothing_else_dates(folder: Make) -> None:
    lock = locked(folder({"app.py": FLASK, "requirements.txt": "flask==1.1.2\njinja2\n"}))
    assert str(lock.as_of) == "2020-04-03"
    assert versions(lock)["jinja2"].startswith("2.")


def test_old_pins_are_locked_with_what_they_bring_along(folder: Make) -> None:
    found = pipeline.lock(folder({"app.py": FLASK, "requirements.txt": "flask==1.1.2\n"}), {}, Wish())
    assert found.lock is not None
    assert "2020-04-03" in found.because
    assert versions(found.lock)["werkzeug"] == "1.0.1"


def test_what_the_code_imports_dates_it_too(folder: Make) -> None:
    source = f"from markupsafe import soft_unicode\n{FLASK}"
    lock = locked(folder({"app.py": source, "requirements.txt": "flask\n"}))
    assert versions(lock)["markupsafe"] == "2.0.1"
    assert versions(lock)["flask"].startswith("2.")


def test_a_package_without_a_wheel_is_left_to_the_build(folder: Make) -> None:
    lock = locked(folder({"app.py": f"import fasttext\n{FLASK}", "requirements.txt": "flask\nfasttext==0.9.2\n"}))
    assert [(each.text, each.is_native) for each in lock.compiled] == [("fasttext==0.9.2", True)]
    assert "numpy" in versions(lock)


def test_the_newest_series_that_a_tool_wrote_dates_a_project(folder: Make) -> None:
    pyproject = (
        '[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "^3.7"\nflask = "^1.1.2"\njinja2 = "*"\n'
    )
    lock = locked(folder({"app.py": FLASK, "pyproject.toml": pyproject}))
    assert str(lock.as_of) == "2020-04-03"
    assert versions(lock)["jinja2"].startswith("2.")


def test_limits_written_by_hand_date_nothing(folder: Make) -> None:
    lock = locked(folder({"app.py": FLASK, "requirements.txt": "flask>=1.1,<4\n"}))
    assert lock.as_of is None


def test_what_a_model_was_written_with_was_out(folder: Make) -> None:
    root = folder({"app.py": "import pickle\n\nmodel = pickle.load(open('m.pkl', 'rb'))\n"})
    (root / "requirements.txt").write_text("scikit-learn==1.0.2\n")
    (root / "m.pkl").write_bytes(b"\x80\x03cscipy.sparse._csr\ncsr_matrix\nq\x00.")
    made = locked(root)
    assert made.as_of_why.startswith("scipy==1.8.0 came out that day, later than 2021-12-25")
    assert versions(made)["scipy"] == "1.8.0"
