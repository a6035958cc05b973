"""Whether a distribution's name tells that it brings a module."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.needed_imports import is_brought, lacked, needed_imports
from dockerize_ml.project.project import Project

BROUGHT = {
    "its own name": ("tidytable", "tidytable"),
    "python in front": ("radixconv", "python-radixconv"),
    "py in front": ("radixconv", "pyradixconv"),
    "python behind": ("radixconv", "radixconv-python"),
    "py behind": ("radixconv", "radixconv-py"),
    "a name of several words": ("radix_conv", "python-radix-conv"),
    "part of a family": ("acme", "acme-storage"),
}
NOT_BROUGHT = {
    "another word in front": ("radixconv", "flask-radixconv"),
    "the end of a longer name": ("conv", "python-radixconv"),
    "only the affix": ("radixconv", "py"),
}


@pytest.mark.parametrize(("module", "name"), BROUGHT.values(), ids=BROUGHT)
def test_a_distribution_brings_the_module_that_its_name_holds(module: str, name: str) -> None:
    assert is_brought(module, frozenset({name}))


@pytest.mark.parametrize(("module", "name"), NOT_BROUGHT.values(), ids=NOT_BROUGHT)
def test_another_name_brings_nothing(module: str, name: str) -> None:
    assert not is_brought(module, frozenset({name}))


OPTIONAL = "try:\n    from {} import Panel\nexcept Exception:\n    Panel = None\n"
APP = "import flask\n\napp = flask.Flask(__name__)\n"
NEEDED: dict[str, tuple[dict[str, str], list[str]]] = {
    "a module of its own that it loads": (
        {"app.py": f"import panels\n{APP}", "panels.py": "import cv2\n"},
        ["cv2", "flask"],
    ),
    "a module of its own that it can do without": (
        {"app.py": OPTIONAL.format("panels") + APP, "panels.py": "import cv2\n"},
        ["flask"],
    ),
    "one that another file cannot do without": (
        {
            "app.py": f"{OPTIONAL.format('panels')}import shared\n{APP}",
            "panels.py": "import cv2\n",
            "shared.py": "import panels\n",
        },
        ["cv2", "flask"],
    ),
    "a file that says so when it is missing": (
        {
            "app.py": f"try:\n    import panels\nexcept ImportError:\n    raise SystemExit('none')\n{APP}",
            "panels.py": "import cv2\n",
        },
        ["cv2", "flask"],
    ),
    "what the factory imports": (
        {
            "app.py": "from flask import Flask\n\n\ndef create_app():\n    import yaml\n\n"
            "    app = Flask(__name__)\n    return app\n"
        },
        ["flask", "yaml"],
    ),
    "what the factory calls first": (
        {
            "app.py": "from flask import Flask\nfrom conf import loaded\n\n\ndef create_app():\n    loaded()\n"
            "    return Flask(__name__)\n",
            "conf.py": "def loaded():\n    import yaml\n\n\ndef other():\n    import toml\n",
        },
        ["flask", "yaml"],
    ),
    "what it imports only on a condition": (
        {
            "app.py": "from flask import Flask\n\n\ndef create_app(debug=False):\n    if debug:\n"
            "        import yaml\n"
            "    return Flask(__name__)\n"
        },
        ["flask"],
    ),
    "what the block imports, and main": (
        {
            "main.py": "import flask\n\n\ndef main():\n    import yaml\n\n    print(yaml, flask)\n\n\n"
            "if __name__ == '__main__':\n    import toml\n\n    main()\n"
        },
        ["flask", "toml", "yaml"],
    ),
    "not what the block imports where a server is given the object": (
        {"app.py": f"{APP}if __name__ == '__main__':\n    import waitress\n\n    waitress.serve(app)\n"},
        ["flask"],
    ),
    "the second place is the one that needs it": (
        {
            "app.py": f"try:\n    import yaml\nexcept ImportError:\n    yaml = None\nimport conf\n{APP}",
            "conf.py": "import yaml\n",
        },
        ["flask", "yaml"],
    ),
    "tests of a Django site": (
        {
            "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.settings')\n"
            "from django.core.management import execute_from_command_line\n",
            "site1/__init__.py": "",
            "site1/settings.py": "INSTALLED_APPS = ['shop']\n",
            "site1/wsgi.py": "from django.core.wsgi import get_wsgi_application\n",
            "shop/__init__.py": "",
            "shop/views.py": "import requests\n",
            "shop/tests/test_pages.py": "import selenium\n",
        },
        ["django", "requests"],
    ),
}


@pytest.mark.parametrize(("files", "names"), NEEDED.values(), ids=NEEDED)
def test_a_program_needs_what_it_cannot_start_without(
    folder: Callable[[dict[str, str]], Path], files: dict[str, str], names: list[str]
) -> None:
    root = folder({**files, "requirements.txt": "flask\n"})
    assert sorted(needed_imports(pipeline.open_project(root), pipeline.inspect(root))) == names


SITE = {
    "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.base')\nimport django\n",
    "site1/__init__.py": "",
    "site1/base.py": "ROOT_URLCONF = 'site1.urls'\nMIDDLEWARE = ['shop.guard.Guard']\n",
    "site1/wsgi.py": "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n",
    "site1/urls.py": "from shop import views\nurlpatterns = []\n",
    "shop/__init__.py": "",
    "shop/models.py": "",
    "shop/views.py": "",
}
LOADED_BY_DJANGO = ["shop/models.py", "shop/views.py", "shop/guard.py", "shop/templatetags/tags.py", "site1/base.py"]
NOT_LOADED = ["shop/train.py", "shop/management/commands/fill.py", "scrape.py"]


@pytest.mark.parametrize("path", [*LOADED_BY_DJANGO, *NOT_LOADED])
def test_a_site_needs_what_django_loads(folder: Callable[[dict[str, str]], Path], path: str) -> None:
    files = {**SITE, path: f"{SITE.get(path, '')}import cv2\n", "requirements.txt": "django\n"}
    root = folder(files)
    inspection = pipeline.inspect(root)
    assert inspection.facts.framework.value == "django"
    assert ("cv2" in needed_imports(Project.open(root), inspection)) is (path in LOADED_BY_DJANGO)


def test_a_package_of_the_projects_own_is_not_looked_up_on_the_index(folder: Callable[[dict[str, str]], Path]) -> None:
    root = folder(
        {
            "requirements.txt": "flask\n",
            "app.py": f"import common\nimport core_lib\nimport gizmolib\n{APP}",
            "libs/common/setup.py": "from setuptools import setup\nsetup(name='common')\n",
            "libs/common/common/__init__.py": "",
            "packages/core/pyproject.toml": "[project]\nname = 'core-lib'\n",
            "packages/core/src/core_lib/__init__.py": "",
        }
    )
    found = lacked(pipeline.open_project(root), pipeline.inspect(root), {"flask"})
    assert [each.module for each in found] == ["gizmolib"]
