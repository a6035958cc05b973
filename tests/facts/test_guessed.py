"""Which imports stand for requirements where nothing lists any."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.needed_imports import lacked
from dockerize_ml.project.project import Project

APP = "import flask\nimport core\n\napp = flask.Flask(__name__)\n"
OPTIONAL = "try:\n    import panels\nexcept Exception:\n    panels = None\n"
GUESSED: dict[str, tuple[dict[str, str], list[str]]] = {
    "a name that no table knows": ({"core.py": "import gizmolib\n"}, ["flask", "gizmolib"]),
    "in a file that the program can do without": ({"core.py": OPTIONAL, "panels.py": "import gizmolib\n"}, ["flask"]),
    "in a file that it never loads": ({"core.py": "", "other_backend.py": "import gizmolib\n"}, ["flask"]),
    "a name that a table knows in such a file": (
        {"core.py": "", "train.py": "import sklearn\nfrom google.cloud import storage\n"},
        ["flask", "google-cloud-storage", "scikit-learn"],
    ),
    "what such a notebook installs": (
        {"core.py": "", "look.ipynb": '{"cells": [{"cell_type": "code", "source": "!pip install gizmolib==1.2"}]}'},
        ["flask", "gizmolib"],
    ),
}


@pytest.mark.parametrize(("files", "names"), GUESSED.values(), ids=GUESSED)
def test_a_strange_name_counts_where_the_program_loads_it(
    folder: Callable[[dict[str, str]], Path], files: dict[str, str], names: list[str]
) -> None:
    manifest = pipeline.inspect(folder({"app.py": APP, **files})).manifest
    assert manifest is not None
    assert sorted(one.name for one in manifest.requirements) == names


def test_a_notebook_that_is_the_program_needs_what_it_imports(folder: Callable[[dict[str, str]], Path]) -> None:
    look = '{"cells": [{"cell_type": "code", "source": "import gizmolib.pandas\\nimport panel as pn"}]}'
    manifest = pipeline.inspect(folder({"look.ipynb": look})).manifest
    assert manifest is not None
    assert sorted(one.name for one in manifest.requirements) == ["gizmolib", "panel"]


def test_a_name_means_what_the_framework_means_by_it(folder: Callable[[dict[str, str]], Path]) -> None:
    site = {
        "manage.py": "import os, django\nos.environ['DJANGO_SETTINGS_MODULE'] = 'shop.settings'\n",
        "shop/__init__.py": "",
        "shop/settings.py": "INSTALLED_APPS = ['captcha']\n",
        "shop/forms.py": "from captcha.fields import CaptchaField\n",
    }
    root = folder(site)
    inspection = pipeline.inspect(root)
    assert inspection.manifest is not None
    assert [one.name for one in inspection.manifest.requirements] == ["django"]
    found = lacked(Project.open(root), inspection, {"django"})
    assert [(each.distribution, each.is_known) for each in found] == [("django-simple-captcha", True)]
