"""A Django site: static files, no secret baked, a health check that it answers; a version that is written nowhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

MANAGE = "import os\nimport django\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_.settings')\n"
WSGI = (
    "import os\nfrom django.core.wsgi import get_wsgi_application\n"
    "os.environ.setdefault('DJANGO_SETTINGS_MODULE', '{module}')\napplication = get_wsgi_application()\n"
)
WITH_ADMIN = "INSTALLED_APPS = ['django.contrib.admin', 'django.contrib.staticfiles']\nROOT_URLCONF = 'site_.urls'\n"
ADDRESS = "STATIC_URL = '/static/'\n"
ON = "DEBUG = True\n"
URLS = "from django.urls import path\nurlpatterns = [path('health/', lambda request: None)]\n"
APPS = "INSTALLED_APPS = ['django.contrib.staticfiles']\nROOT_URLCONF = 'site_.urls'\n"
LITE = "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}\n"
STATIC = "STATIC_ROOT = BASE_DIR / 'static'\n"


def site(
    folder: Make,
    settings: str,
    *,
    module: str = "site_.settings",
    below: str = "",
    more: dict[str, str] | None = None,
) -> str:
    files = {
        f"{below}manage.py": MANAGE,
        f"{below}site_/__init__.py": "",
        f"{below}site_/settings.py": "import os\nfrom pathlib import Path\nBASE_DIR = Path('.')\n" + settings,
        f"{below}site_/production.py": "from site_.settings import *\n",
        f"{below}site_/urls.py": URLS,
        f"{below}site_/wsgi.py": WSGI.format(module=module),
        "requirements.txt": "django\ngunicorn\n",
        **(more or {}),
    }
    made = pipeline.generate(folder(files))
    return made.files.dockerfile + "".join(f"\n{note.text}" for note in made.plan.notes)


# Settings → what is said, and what is not.
SITES = {
    "static files are collected": (APPS + STATIC, "RUN python manage.py collectstatic --noinput", "migrate "),
    "a database of its own is migrated as it starts": (
        f"{APPS}{STATIC}DATABASES = {{'default': {{'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}}}\n",
        "manage.py migrate --noinput; exec gunicorn",
        "Migrations are for the day",
    ),
    "another one is not": (
        f"{APPS}{STATIC}DATABASES = {{'default': {{'ENGINE': 'django.db.backends.postgresql'}}}}\n",
        "Migrations are for the day",
        "; exec gunicorn",
    ),
    "without STATIC_ROOT there is no place for them": (APPS, "gunicorn", "collectstatic"),
    "without the app there is no such command": (STATIC, "gunicorn", "collectstatic"),
    "STATIC_ROOT = None": (APPS + "STATIC_ROOT = None\n", "gunicorn", "collectstatic"),
    "a key is needed": (
        APPS + STATIC + "SECRET_KEY = os.environ['DJANGO_KEY']\n",
        "RUN DJANGO_KEY=for-this-step-only python manage.py collectstatic",
        "ENV DJANGO_KEY",
    ),
    "Django refuses a key that is None": (
        APPS + STATIC + "SECRET_KEY = os.getenv('SECRET_KEY')\n",
        "RUN SECRET_KEY=for-this-step-only python manage.py",
        "ENV SECRET_KEY",
    ),
    "a switch that is off unless set stays off": (
        APPS + STATIC + "if os.environ.get('USE_S3'):\n    STORAGES = {}\n",
        "RUN python manage.py collectstatic",
        "USE_S3",
    ),
    "a number is read": (
        APPS + STATIC + "PAGE = int(os.environ['PAGE_SIZE'])\n",
        "RUN PAGE_SIZE=0 python manage.py collectstatic",
        "ENV PAGE_SIZE",
    ),
    "a folder outside of the program's": (
        APPS + "STATIC_ROOT = '/var/www/static'\n",
        "--group app /app /var/www/static",
        "no such words",
    ),
    "any host": (APPS + "ALLOWED_HOSTS = ['*']\n", "c.request('GET', '/health/')", "ALLOWED_HOSTS"),
    "a host that the health check is not": (
        APPS + "ALLOWED_HOSTS = ['example.com']\n",
        "socket.create_connection",
        "c.request",
    ),
    "no host": (APPS + "ALLOWED_HOSTS = []\n", "ALLOWED_HOSTS (site_/settings.py:6) lets nobody in", "c.request"),
    "hosts from a variable without any": (
        APPS + "ALLOWED_HOSTS = env.list('HOSTS', default=[])\n",
        "ALLOWED_HOSTS (site_/settings.py:6) answers only to the names in HOSTS.",
        "c.request",
    ),
    "hosts from a variable with others": (
        APPS + "ALLOWED_HOSTS = os.environ.get('HOSTS', 'example.com').split(',')\n",
        "answers only to the names in HOSTS.",
        "c.request",
    ),
    "hosts from a variable with this one": (
        APPS + "ALLOWED_HOSTS = config('HOSTS', default='localhost, example.com', cast=Csv())\n",
        "c.request('GET', '/health/')",
        "answers only",
    ),
    "hosts from a variable, and DEBUG from another": (
        APPS + "DEBUG = env.bool('DEBUG', True)\nALLOWED_HOSTS = env.list('HOSTS', default=[])\n",
        "c.request('GET', '/health/')",
        "answers only",
    ),
    "DEBUG for good": (APPS + "DEBUG = True\n", "DEBUG is on (site_/settings.py:6)", "no such words"),
    "https alone": (
        APPS + "SECURE_SSL_REDIRECT = env.bool('HTTPS', default=True)\n",
        "SECURE_SSL_REDIRECT (site_/settings.py:6) sends everybody to https",
        "no such words",
    ),
    "https where it is wished": (APPS + "SECURE_SSL_REDIRECT = not DEBUG\n", "gunicorn", "SECURE_SSL_REDIRECT"),
    "DEBUG from a variable": (APPS + "DEBUG = os.getenv('DEBUG') == '1'\n", "gunicorn", "DEBUG is on"),
}


@pytest.mark.parametrize(("settings", "said", "unsaid"), SITES.values(), ids=SITES.keys())
def test_a_site(settings: str, said: str, unsaid: str, folder: Make) -> None:
    text = site(folder, settings)
    assert said in text
    assert unsaid not in text


# Settings → whether gunicorn is told to give out the static files, and whether a note says that nobody does.
STATIC_FILES = {
    "runserver did it": (WITH_ADMIN + ADDRESS + ON, True, False),
    "and nothing does without DEBUG": (WITH_ADMIN + ADDRESS + "DEBUG = os.getenv('DEBUG') == '1'\n", False, True),
    "WhiteNoise": (
        WITH_ADMIN + ADDRESS + ON + "MIDDLEWARE = ['whitenoise.middleware.WhiteNoiseMiddleware']\n",
        False,
        False,
    ),
    "from somewhere else": (WITH_ADMIN + "STATIC_URL = 'https://cdn.example.com/'\n" + ON, False, False),
    "no address": (WITH_ADMIN + ON, False, False),
    "no files": (APPS + ADDRESS + ON, False, False),
    "no such app": (
        "INSTALLED_APPS = ['django.contrib.admin']\nROOT_URLCONF = 'site_.urls'\n" + ADDRESS + ON,
        False,
        False,
    ),
}


@pytest.mark.parametrize(("settings", "done", "noted"), STATIC_FILES.values(), ids=STATIC_FILES.keys())
def test_static_files_that_only_runserver_gives_out(settings: str, done: bool, noted: bool, folder: Make) -> None:  # noqa: FBT001
    text = site(folder, settings)
    assert ("> /app/gunicorn.conf.py" in text, "Nothing gives out the static files" in text) == (done, noted)


def test_static_files_are_given_out_in_the_folder_that_it_is_started_in(folder: Make) -> None:
    text = site(folder, WITH_ADMIN + ADDRESS + ON, below="web/")
    assert "worker.wsgi = StaticFilesHandler(worker.wsgi)" in text
    assert "> /app/web/gunicorn.conf.py" in text


@pytest.mark.parametrize("served", ["nginx/default.conf", "deploy/nginx.conf", "gunicorn.conf.py"])
def test_static_files_that_a_server_in_front_gives_out(served: str, folder: Make) -> None:
    text = site(folder, WITH_ADMIN + ADDRESS + ON, more={served: "# its settings\n"})
    assert "StaticFilesHandler" not in text
    assert "Nothing gives out" not in text


def test_the_settings_that_are_served_are_those_that_collect(folder: Make) -> None:
    text = site(folder, APPS + STATIC, module="site_.production")
    assert "RUN DJANGO_SETTINGS_MODULE=site_.production python manage.py collectstatic --noinput" in text


def test_a_site_in_a_folder_may_write_there(folder: Make) -> None:
    text = site(folder, APPS + STATIC, below="web/")
    assert "--group app /app /app/web" in text
    assert text.index("WORKDIR /app/web") < text.index("collectstatic")


def test_a_site_is_served_with_settings_that_are_there(folder: Make) -> None:
    assert "DJANGO_SETTINGS_MODULE=site_.settings" in site(folder, APPS, module="site_.left_out")


def test_the_settings_that_the_application_names_are_left_to_it(folder: Make) -> None:
    assert "DJANGO_SETTINGS_MODULE" not in site(folder, APPS, module="site_.production")


BUILD = '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "svc"\ndynamic = ["version"]\n'
SETUP = "from setuptools import setup\n\nsetup(name='svc', use_scm_version={'write_to': 'svc/_version.py'})\n"
VERSIONS = {
    "setuptools-scm": ({"setup.py": SETUP}, "svc/"),
    "setuptools-scm in pyproject.toml": (
        {"pyproject.toml": f'{BUILD}[tool.setuptools_scm]\nversion_file = "svc/_version.py"\n'},
        "svc/",
    ),
    "a hook of Hatch's": (
        {"pyproject.toml": f'{BUILD}[tool.hatch.build.hooks.vcs]\nversion-file = "src/svc/_version.py"\n'},
        "src/svc/",
    ),
    "another hook of Hatch's": (
        {"pyproject.toml": f'{BUILD}[tool.hatch.build.hooks.version]\npath = "svc/_version.py"\n'},
        "svc/",
    ),
    "PDM": (
        {"pyproject.toml": f'{BUILD}[tool.pdm.version]\nsource = "scm"\nwrite_to = "svc/_version.py"\n'},
        "src/svc/",
    ),
}


def versioned(folder: Make, files: dict[str, str], package: str, code: str) -> str:
    app = f"{code}\nfrom flask import Flask\n\napp = Flask(__name__)\n"
    made = folder({"requirements.txt": "flask\n", f"{package}__init__.py": app, **files})
    return pipeline.generate(made).files.dockerfile


@pytest.mark.parametrize(("files", "package"), VERSIONS.values(), ids=VERSIONS.keys())
def test_a_version_that_only_a_build_writes_is_written(files: dict[str, str], package: str, folder: Make) -> None:
    dockerfile = versioned(folder, files, package, "from svc._version import __version__")
    assert """'__version__ = version = "0.0.0"' '__version_tuple__""" in dockerfile
    assert f"> /app/{package}_version.py" in dockerfile


def test_no_version_is_written_where_it_is_there_or_not_asked_for(folder: Make) -> None:
    files, package = VERSIONS["setuptools-scm"]
    there = {**files, "svc/_version.py": "__version__ = '1'\n"}
    assert "printf" not in versioned(folder, there, package, "from svc._version import __version__")
    assert "printf" not in versioned(folder, files, package, "")


@pytest.mark.parametrize("path", ["../svc/_version.py", "/etc/_version.py", "svc/x;y/_version.py"])
def test_no_version_is_written_outside_of_the_project(path: str, folder: Make) -> None:
    files = {"setup.py": SETUP.replace("svc/_version.py", path)}
    assert "printf" not in versioned(folder, files, "svc/", "from svc._version import __version__")


MODELS = "from django.db import models\n\n\nclass Car(models.Model):\n    name = models.TextField()\n"
LITE = "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}\n"
OWN = "INSTALLED_APPS = ['django.contrib.admin', 'cars.apps.CarsConfig']\n"
# Files of an application → whether its migrations are made.
MADE = {
    "no migrations": ({}, LITE + OWN, True),
    "an empty package": ({"cars/migrations/__init__.py": ""}, LITE + OWN, True),
    "some": ({"cars/migrations/0001_initial.py": ""}, LITE + OWN, False),
    "not installed": ({}, LITE + APPS, False),
    "another database": ({}, OWN + LITE.replace("sqlite3", "postgresql"), False),
    "no models": ({"cars/models.py": "from django.db import models\n"}, LITE + OWN, False),
}


@pytest.mark.parametrize(("more", "settings", "made"), MADE.values(), ids=MADE)
def test_migrations_that_the_folder_lacks_are_made(
    folder: Make, more: dict[str, str], settings: str, *, made: bool
) -> None:
    told = site(folder, settings, more={"cars/models.py": MODELS, "cars/apps.py": "", **more})
    assert ("RUN python manage.py makemigrations cars --noinput" in told) == made
    assert ("The folder has no migrations of cars: they are made here, as by hand." in told) == made
