"""Modules that a program names as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.needed_imports import lacked

Make = Callable[[dict[str, str]], Path]
SITE = {
    "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\nimport django\n",
    "shop/__init__.py": "",
    "shop/wsgi.py": "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n",
    "requirements.txt": "django\n",
}
PYRAMID = {
    "requirements.txt": "pyramid\n",
    "app.py": "from pyramid.config import Configurator\nconfig = Configurator()\n",
}


def settings(text: str, **files: str) -> dict[str, str]:
    return {**SITE, "shop/settings.py": text, **files}


CATCHES: dict[str, tuple[dict[str, str], set[str]]] = {
    "apps in one line": (
        settings("INSTALLED_APPS = ['django.contrib.admin', 'corsheaders', 'rest_framework.authtoken']\n"),
        {"django-cors-headers", "djangorestframework"},
    ),
    "apps that are added": (settings("INSTALLED_APPS += ('storages',)\nX_APPS = ['channels']\n"), {"django-storages"}),
    "lists put together": (
        settings("THIRD_PARTY_APPS: list = ['captcha'] + ['waffle']\n"),
        {"django-simple-captcha", "django-waffle"},
    ),
    "middleware": (settings("MIDDLEWARE = ['whitenoise.middleware.WhiteNoiseMiddleware']\n"), {"whitenoise"}),
    "a single setting": (settings("EMAIL_BACKEND = 'anymail.backends.ses.EmailBackend'\n"), {"django-anymail"}),
    "a cache": (
        settings("CACHES = {'default': {'BACKEND': 'django_redis.cache.RedisCache', 'LOCATION': 'redis://x'}}\n"),
        {"django-redis"},
    ),
    "classes in a dictionary": (
        settings(
            "REST_FRAMEWORK = {'A': ['rest_framework_simplejwt.authentication.JWTAuthentication'], 'B': 'redis'}\n"
        ),
        {"djangorestframework-simplejwt"},
    ),
    "a formatter of logging": (
        {
            "app.py": "import flask\nLOG = {'json': {'()': 'pythonjsonlogger.jsonlogger.JsonFormatter'}}\n",
            "requirements.txt": "flask\n",
        },
        {"python-json-logger"},
    ),
    "what Pyramid includes": (
        {**PYRAMID, "app.py": f"{PYRAMID['app.py']}config.include('pyramid_jinja2')\n"},
        {"pyramid-jinja2"},
    ),
    "the settings that Pyramid starts from": (
        {
            **PYRAMID,
            "production.ini": "[app:main]\nuse = egg:x\npyramid.includes =\n    pyramid_tm\n    pyramid_retry\n",
        },
        {"pyramid-tm", "pyramid-retry"},
    ),
    "an extension of Markdown": (
        {
            "app.py": "import markdown\nmarkdown.markdown(x, extensions=['toc', 'pymdownx.emoji'])\n",
            "requirements.txt": "markdown\n",
        },
        {"pymdown-extensions"},
    ),
    "a middleware of Scrapy": (
        {
            "scrapy.cfg": "[settings]\ndefault = s.settings\n",
            "requirements.txt": "scrapy\n",
            "app.py": "import scrapy\nDOWNLOADER_MIDDLEWARES = {'scrapy_splash.SplashMiddleware': 725}\n",
        },
        {"scrapy-splash"},
    ),
}
STAYS_QUIET: dict[str, dict[str, str]] = {
    "it is required": settings(
        "INSTALLED_APPS = ['corsheaders']\n", **{"requirements.txt": "django\ndjango-cors-headers\n"}
    ),
    "another distribution brings the same": settings(
        "INSTALLED_APPS = ['django_q']\n", **{"requirements.txt": "django\ndjango-q\n"}
    ),
    "an app of the project's own": settings(
        "INSTALLED_APPS = ['board', 'community']\n", **{"board/apps.py": "", "x/community/a.py": ""}
    ),
    "a name that no table knows": settings("INSTALLED_APPS = ['gizmolib']\n"),
    "where its absence is caught": settings("try:\n    INSTALLED_APPS += ['silk']\nexcept ImportError:\n    pass\n"),
    "settings of developers": settings(
        "INSTALLED_APPS = []\n", **{"shop/settings_dev.py": "INSTALLED_APPS = ['silk']\n"}
    ),
    "a plain word in a dictionary": settings("CACHES = {'default': {'KEY_PREFIX': 'redis', 'NAME': 'celery'}}\n"),
    "a class of HTML": {
        "app.py": "import flask\nA = {'class': 'requests', 'id': 'rich.text'}\n",
        "requirements.txt": "flask\n",
    },
    "URLs of Django": settings("INSTALLED_APPS = []\n", **{"shop/urls.py": "x.include('pyramid_tm')\n"}),
}


def named(root: Path) -> set[str]:
    project, inspection = pipeline.open_project(root), pipeline.inspect(root)
    assert inspection.manifest is not None
    names = {one.name for one in inspection.manifest.requirements}
    return {each.distribution for each in lacked(project, inspection, names) if each.is_known}


@pytest.mark.parametrize(("files", "brings"), CATCHES.values(), ids=CATCHES)
def test_what_text_names_is_needed(folder: Make, files: dict[str, str], brings: set[str]) -> None:
    assert named(folder(files)) == brings


@pytest.mark.parametrize("files", STAYS_QUIET.values(), ids=STAYS_QUIET)
def test_text_that_names_nothing_to_install(folder: Make, files: dict[str, str]) -> None:
    assert named(folder(files)) == set()
