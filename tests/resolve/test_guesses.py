"""A requirement of which only an import tells never keeps the others from being locked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.manifests.lock_header import NAME
from dockerize_ml.resolve.model import Lock
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
APP = "import flask\nimport {}\n\napp = flask.Flask(__name__)\n"


@pytest.fixture(autouse=True)
def flask(wheel: Callable[..., None]) -> None:
    wheel("flask", "2.0.0", "werkzeug<2.1")
    wheel("werkzeug", "2.0.1")
    wheel("werkzeug", "2.3.0")
    wheel("gunicorn", "23.0.0")


def locked(folder: Make, module: str, **flags: object) -> Lock:
    root = folder({"app.py": APP.format(module)})
    found = pipeline.lock(root, flags, Wish(lock=True))
    (root / NAME).write_text(found.text or "")
    assert pipeline.lock(root, flags, Wish()).is_fresh
    made = found.lock
    assert made is not None
    return made


def test_a_stranger_that_fits_is_taken(folder: Make, wheel: Callable[..., None]) -> None:
    wheel("gizmolib", "1.0")
    made = locked(folder, "gizmolib")
    assert "gizmolib" in {each.name for each in made.packages}
    assert not [each for each in made.repairs if each.name == "gizmolib"]


STRANGERS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "for newer Pythons": ((), {"python": ">=3.99"}),
    "asks for what nobody has": (("nowhere>=2",), {}),
    "against what another asks for": (("werkzeug>=2.2",), {}),
}


@pytest.mark.parametrize(("requires", "tags"), STRANGERS.values(), ids=STRANGERS)
def test_a_stranger_that_fits_not_goes_and_is_told(
    folder: Make, wheel: Callable[..., None], requires: tuple[str, ...], tags: dict[str, str]
) -> None:
    wheel("gizmolib", "1.0", *requires, **tags)
    made = locked(folder, "gizmolib", python="3.11")
    assert {each.name for each in made.packages} == {"flask", "werkzeug", "gunicorn"}
    (repair,) = [each for each in made.repairs if each.name == "gizmolib"]
    assert (repair.kind, repair.old, str(repair.at)) == ("dropped", "gizmolib", "app.py:2")


def test_a_stranger_that_would_be_compiled_goes(folder: Make, sdist: Callable[..., Path]) -> None:
    sdist("gizmolib", "1.0", {"PKG-INFO": "Metadata-Version: 2.1\nName: gizmolib\nVersion: 1.0\n", "x.c": "int x;\n"})
    made = locked(folder, "gizmolib")
    assert not made.compiled
    assert [each.kind for each in made.repairs if each.name == "gizmolib"] == ["dropped"]


def test_a_known_distribution_goes_where_nothing_else_helps(folder: Make, wheel: Callable[..., None]) -> None:
    wheel("pyyaml", "6.0", "werkzeug>=2.2")
    made = locked(folder, "yaml")
    assert {each.name for each in made.packages} == {"flask", "werkzeug", "gunicorn"}
    assert ("dropped", "pyyaml") in {(each.kind, each.old) for each in made.repairs}


OUTSIDE = {
    "an editable path": "-e ..\n",
    "a path with extras": "../gizmolib[all]\n",
    "a list": "-r ../requirements.txt\n",
}


@pytest.mark.parametrize("line", OUTSIDE.values(), ids=OUTSIDE)
def test_what_lies_outside_of_the_folder_is_taken_from_the_index(
    folder: Make, wheel: Callable[..., None], line: str
) -> None:
    wheel("gizmolib", "1.0")
    root = folder({"app.py": APP.format("gizmolib"), "requirements.txt": f"flask\n{line}"})
    made = pipeline.lock(root, {}, Wish(lock=True)).lock
    assert made is not None
    assert "gizmolib" in {each.name for each in made.packages}
    (repair,) = [each for each in made.repairs if each.name == "gizmolib"]
    assert "requirements.txt:2" in repair.reason


def test_an_app_outside_of_the_folder_is_taken_from_the_index(folder: Make, wheel: Callable[..., None]) -> None:
    wheel("gizmolib", "1.0")
    wheel("django", "4.2")
    files = {
        "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\nimport django\n",
        "shop/__init__.py": "",
        "shop/settings.py": "INSTALLED_APPS = ['gizmolib', 'own', 'nobodyhasit']\n",
        "shop/wsgi.py": "from django.core.wsgi import get_wsgi_application\n",
        "own/models.py": "",
        "requirements.txt": "django\n-e ..\n",
    }
    made = pipeline.lock(folder(files), {}, Wish(lock=True)).lock
    assert made is not None
    assert {each.name for each in made.packages} == {"django", "gizmolib", "gunicorn"}


def test_a_path_in_the_list_is_no_leave_to_guess_where_nothing_leads_outside(
    folder: Make, wheel: Callable[..., None]
) -> None:
    wheel("gizmolib", "1.0")
    root = folder({"app.py": APP.format("gizmolib"), "requirements.txt": "flask\n"})
    made = pipeline.lock(root, {}, Wish(lock=True)).lock
    assert made is not None
    assert "gizmolib" not in {each.name for each in made.packages}
