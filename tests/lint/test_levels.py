"""Rules of our own speak more softly where they cannot know."""

import pytest

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.finding import Level

SERVER = 'CMD ["gunicorn", "app:app"]'
SOFTLY = {
    "a base that may have a USER": ("ML301", f"FROM example.com/base:1\n{SERVER}"),
    "an entry script that may step down": ("ML301", f'FROM python:3.12-slim\nENTRYPOINT ["/entry.sh"]\n{SERVER}'),
    "a library that may have a handler": (
        "ML302",
        'FROM python:3.12-slim\nRUN pip install uvicorn\nEXPOSE 80\nCMD ["python", "app.py"]',
    ),
    "a worker's name alone": ("ML302", 'FROM python:3.12-slim\nCMD ["python", "worker.py"]'),
    "gunicorn may be told by PORT": ("ML306", f"FROM python:3.12-slim\n{SERVER}"),
    "an entry script may name the address": (
        "ML306",
        'FROM python:3.12-slim\nENTRYPOINT ["/entry.sh"]\nCMD ["uvicorn", "app:app"]',
    ),
    "a .condarc that may say yes": ("ML211", "FROM example.com/base:1\nRUN conda install numpy"),
    "headers alone": ("ML208", "FROM python:3.12-slim\nRUN apt-get install -y python3-dev"),
}
LOUDLY = {
    "a base that is known": ("ML301", f"FROM python:3.12-slim\n{SERVER}", Level.WARNING),
    "an init is no script": ("ML301", f'FROM python:3.12-slim\nENTRYPOINT ["tini", "--"]\n{SERVER}', Level.WARNING),
    "a port": ("ML302", 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "app.py"]', Level.WARNING),
    "uvicorn hides": ("ML306", 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app"]', Level.ERROR),
    "conda is known": ("ML211", "FROM condaforge/miniforge3:24.9.0-0\nRUN conda install numpy", Level.ERROR),
    "no setuptools": ("ML206", "FROM python:3.12-slim\nRUN python setup.py install", Level.ERROR),
}


def level(code: str, text: str, name: str = "Dockerfile") -> Level | None:
    found = lint([Source(name, text)], Settings(select=(code,), cache=False))
    return found[0].level if found else None


@pytest.mark.parametrize(("code", "text"), SOFTLY.values(), ids=SOFTLY.keys())
def test_what_cannot_be_known_is_info(code: str, text: str) -> None:
    assert level(code, text) == Level.INFO


@pytest.mark.parametrize(("code", "text", "expected"), LOUDLY.values(), ids=LOUDLY.keys())
def test_what_is_known_is_said(code: str, text: str, expected: Level) -> None:
    assert level(code, text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dockerfile.dev", None),
        (".gitpod.Dockerfile", None),
        (".devcontainer/Dockerfile", None),
        ("/home/me/dev/shop/Dockerfile", Level.WARNING),
        ("tests/Dockerfile", Level.WARNING),
        ("Dockerfile.device", Level.WARNING),
    ],
)
def test_only_the_file_s_own_name_tells_that_it_is_for_development(name: str, expected: Level | None) -> None:
    assert level("ML301", f"FROM python:3.12-slim\n{SERVER}", name) == expected
