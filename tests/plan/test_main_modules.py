"""A program in ``__main__.py`` is started as the package that it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
PARTS = "class Page:\n    pass\n"
PROGRAMS = {
    "CherryPy": ("cherrypy", "import cherrypy\nfrom .parts import Page\n\ncherrypy.quickstart(Page())\n"),
    "a plain script": ("requests", "import requests\nfrom .parts import Page\n\nprint(requests.get(Page))\n"),
}


@pytest.mark.parametrize(("requirement", "main"), PROGRAMS.values(), ids=PROGRAMS)
def test_it_is_run_as_a_module(folder: Make, requirement: str, main: str) -> None:
    files = {"shop/__init__.py": "", "shop/parts.py": PARTS, "shop/__main__.py": main}
    text = pipeline.generate(folder({**files, "requirements.txt": f"{requirement}==1.0\n"})).files.dockerfile
    assert '["python", "-m", "shop"]' in text
