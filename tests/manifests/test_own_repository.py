"""A freeze names the project itself by where its repository is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
LINE = "-e git+https://git.example.org/ada/quotes-api.git@5c0bb1a#egg=quotes_api"
SETUP = "from setuptools import setup\n\nsetup(\n    name='quotes-api',\n    packages=['quotes'],\n)\n"
OWN = {
    "setup.py": {"setup.py": SETUP},
    "in one line": {"setup.py": "from setuptools import setup\nsetup(name='quotes_api')\n"},
    "setup.cfg": {
        "setup.py": "from setuptools import setup\nsetup()\n",
        "setup.cfg": "[metadata]\nname = quotes-api\n",
    },
    "pyproject.toml": {"pyproject.toml": '[project]\nname = "quotes-api"\nversion = "1"\n'},
}
OTHERS = {
    "another project": {"setup.py": SETUP.replace("quotes-api", "verses")},
    "nothing that builds": {},
}


def files(more: dict[str, str]) -> dict[str, str]:
    return {"requirements.txt": f"flask==3.0.0\n{LINE}\n", "app.py": "import flask\n\nflask.Flask('a').run()\n", **more}


@pytest.mark.parametrize("more", OWN.values(), ids=OWN)
def test_it_is_left_out(folder: Make, more: dict[str, str]) -> None:
    made = pipeline.generate(folder(files(more)))
    assert "It is this project itself, whose files are here." in made.files.dockerfile
    assert "git.example.org" not in made.files.dockerfile.split("uv pip install")[1]


@pytest.mark.parametrize("more", OTHERS.values(), ids=OTHERS)
def test_others_are_installed(folder: Make, more: dict[str, str]) -> None:
    made = pipeline.generate(folder(files(more)))
    assert "this project itself" not in made.files.dockerfile
    assert "--requirement requirements.txt" in made.files.dockerfile
