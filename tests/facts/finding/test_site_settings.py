"""Which of several modules of settings a Django site runs with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.needed_imports import lacked
from dockerize_ml.project.project import Project

Make = Callable[[dict[str, str]], Path]
NAMES = "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '{}')\n"
WSGI = "\nfrom django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n"
SITE = {
    "requirements.txt": "django\n",
    "manage.py": NAMES.format("shop.settings.development"),
    "shop/__init__.py": "",
    "shop/wsgi.py": NAMES.format("shop.settings.development") + WSGI,
    "shop/settings/__init__.py": "",
    "shop/settings/base.py": "import os\n\nKEY = os.environ['KEY']\nINSTALLED_APPS = ['django.contrib.admin']\n",
    "shop/settings/development.py": "from .base import *\n\nINSTALLED_APPS += ['debug_toolbar']\n",
    "shop/settings/production.py": "import os\n\nfrom .base import *\n\nHOST = os.environ['DB_HOST']\n",
}
PRODUCTION = NAMES.format("shop.settings.production") + WSGI
CASES = {
    "those for developers": (SITE, ["KEY"], ["debug_toolbar"]),
    "those that are served": ({**SITE, "shop/wsgi.py": PRODUCTION}, ["KEY", "DB_HOST"], []),
    "those that one of them imports": (
        {**SITE, "shop/settings/development.py": "from .production import *\n"},
        ["KEY", "DB_HOST"],
        [],
    ),
    "of one folder with all else": (
        {
            **{path: text for path, text in SITE.items() if "/settings/" not in path},
            "manage.py": NAMES.format("shop.settings"),
            "shop/wsgi.py": NAMES.format("shop.settings") + WSGI,
            "shop/settings.py": "import os\n\nKEY = os.environ['KEY']\n",
            "shop/prod_settings.py": "import os\n\nHOST = os.environ['DB_HOST']\n",
            "shop/views.py": "import os\n\nTOKEN = os.environ['TOKEN']\n",
        },
        ["KEY", "TOKEN"],
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_others_say_nothing(case: str, folder: Make) -> None:
    files, variables, modules = CASES[case]
    root = folder(files)

    found = pipeline.inspect(root)

    assert sorted(each.name for each in found.outside.required) == sorted(variables)
    assert [each.module for each in lacked(Project.open(root), found, {"django"})] == modules
