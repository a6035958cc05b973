"""A Django site: static files at build, no secret baked, and a health check that it answers."""

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
URLS = "from django.urls import path\nurlpatterns = [path('health/', lambda request: None)]\n"
APPS = "INSTALLED_APPS = ['django.contrib.staticfiles']\nROOT_URLCONF = 'site_.urls'\n"
STATIC = "STATIC_ROOT = BASE_DIR / 'static'\n"


def site(folder: Make, settings: str, *, module: str = "site_.settings", below: str = "") -> str:
    files = {
        f"{below}manage.py": MANAGE,
        f"{below}site_/__init__.py": "",
        f"{below}site_/settings.py": "import os\nfrom pathlib import Path\nBASE_DIR = Path('.')\n" + settings,
        f"{below}site_/production.py": "from site_.settings import *\n",
        f"{below}site_/urls.py": URLS,
        f"{below}site_/wsgi.py": WSGI.format(module=module),
        "requirements.txt": "django\ngunicorn\n",
    }
    made = pipeline.generate(folder(files))
    return made.files.dockerfile + "".join(f"\n{note.text}" for note in made.plan.notes)


# Settings → what is said, and what is not.
SITES = {
    "static files are collected": (APPS + STATIC, "RUN python manage.py collectstatic --noinput", "migrate "),
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
    "DEBUG for good": (APPS + "DEBUG = True\n", "DEBUG is on (site_/settings.py:6)", "no such words"),
    "DEBUG from a variable": (APPS + "DEBUG = os.getenv('DEBUG') == '1'\n", "gunicorn", "DEBUG is on"),
}


@pytest.mark.parametrize(("settings", "said", "unsaid"), SITES.values(), ids=SITES.keys())
def test_a_site(settings: str, said: str, unsaid: str, folder: Make) -> None:
    text = site(folder, settings)
    assert said in text
    assert unsaid not in text


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
