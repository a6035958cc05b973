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
    "those that are served": (
        {
            **SITE,
            "shop/wsgi.py": PRODUCTION,
            "shop/settings/development.py": "import os\n\nfrom .base import *\n\nUSER = os.environ['DB_USER']\n",
        },
        ["KEY", "DB_HOST"],
        [],
    ),
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


BASE = {path: text for path, text in SITE.items() if path != "shop/settings/production.py"} | {
    "manage.py": NAMES.format("shop.settings.development") + "from django.core import management\n",
    "shop/wsgi.py": PRODUCTION,
    "shop/settings/base.py": "INSTALLED_APPS = ['django.contrib.admin']\n",
    "shop/settings/development.py": "from .base import *\n\nDATABASES = {'default': {'ENGINE': "
    "'django.db.backends.sqlite3', 'NAME': 'shop.sqlite3'}}\n",
}
SERVER = "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': 'shop'}}\n"
WANTING = {
    "a server of databases": SERVER,
    "a certificate": "SECURE_SSL_REDIRECT = True\n",
    "a key": "import os\n\nMAIL = os.environ['SENDGRID_API_KEY']\n",
}
READY = {
    "nothing": "DEBUG = False\n",
    "a server in a comment": f"# {SERVER}",
    "a key that it signs with": "import os\n\nSECRET_KEY = os.environ['SECRET_KEY']\n",
    "what has a default": "import os\n\nMAIL = os.environ.get('SENDGRID_API_KEY', 'x')\n",
    "one of two databases": "import os\n\nENGINE = 'django.db.backends.postgresql' if os.getenv('DB') else 'sqlite3'\n",
}


def served(root: Path) -> str:
    line = next((each for each in dockerfile(root).split("\n") if "DJANGO_SETTINGS_MODULE=" in each), "")
    return line.partition("DJANGO_SETTINGS_MODULE=")[2].split(" ")[0]


def dockerfile(root: Path) -> str:
    return pipeline.generate(root).files.dockerfile


@pytest.mark.parametrize("more", WANTING.values(), ids=WANTING)
def test_settings_that_want_what_the_image_has_not_give_way_to_those_that_do_not(more: str, folder: Make) -> None:
    root = folder({**BASE, "shop/settings/production.py": f"from .base import *\n\n{more}"})
    assert served(root) == "shop.settings.development"
    assert "python manage.py migrate" in dockerfile(root)
    notes = [note.text for note in pipeline.generate(root).plan.notes]
    assert any(text.startswith("shop.settings.production wants what is not in the image") for text in notes)


def test_what_settings_of_a_machine_s_own_begin_with_stands_in_for_them(folder: Make) -> None:
    own = NAMES.format("shop.settings.local")
    files = {path: text for path, text in BASE.items() if "development" not in path}
    management = "from django.core import management\n"
    root = folder({**files, "manage.py": own + management, "shop/wsgi.py": own + WSGI})
    assert served(root) == "shop.settings.base"
    notes = [note.text for note in pipeline.generate(root).plan.notes]
    assert "shop.settings.local is not in the folder" in "\n".join(notes)


@pytest.mark.parametrize("more", READY.values(), ids=READY)
def test_settings_that_want_nothing_are_served(more: str, folder: Make) -> None:
    root = folder({**BASE, "shop/settings/production.py": f"from .development import *\n\n{more}"})
    assert served(root) != "shop.settings.development"


def test_settings_stay_where_the_others_want_as_much(folder: Make) -> None:
    root = folder(
        {
            **BASE,
            "shop/settings/production.py": f"from .base import *\n\n{SERVER}",
            "shop/settings/development.py": f"from .base import *\n\n{SERVER}",
        }
    )
    assert served(root) != "shop.settings.development"


@pytest.mark.parametrize(
    ("apps", "roots"),
    [
        ("'django.contrib.admin',\n    'reviews',", ("src",)),
        ("'reviews.apps.ReviewsConfig',", ("src",)),
        ("'django.contrib.admin',\n    # 'reviews',", ()),
        ("'shop',", ()),
    ],
)
def test_the_folder_of_an_app_beside_the_site_is_on_the_path(apps: str, roots: tuple[str, ...], folder: Make) -> None:
    root = folder(
        {
            "requirements.txt": "django\n",
            "manage.py": NAMES.format("shop.settings") + "from django.core import management\n",
            "shop/__init__.py": "",
            "shop/settings.py": f"INSTALLED_APPS = [\n    {apps}\n]\n",
            "src/reviews/__init__.py": "",
            "src/reviews/apps.py": "class ReviewsConfig:\n    pass\n",
        }
    )
    assert pipeline.inspect(root).programs[0].import_roots == roots
