"""Notebooks beside a package that has no program of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
PACKAGE = {
    "setup.py": "from setuptools import setup\nsetup(name='waves', packages=['waves'])\n",
    "waves/__init__.py": "def model(n):\n    return n\n",
}


def notebook(source: str) -> str:
    return json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": source, "outputs": []}]})


SHOWS = notebook("from waves import model\nmodel(3)\n")


def test_a_notebook_that_shows_what_the_package_does_is_the_program(folder: Make) -> None:
    facts = pipeline.inspect(folder({**PACKAGE, "Demo.ipynb": SHOWS})).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("notebook", "Demo.ipynb")


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"docs/Demo.ipynb": SHOWS}, id="it lies among the documents"),
        pytest.param({"Scratch.ipynb": notebook("import pandas\n")}, id="it shows something else"),
    ],
)
def test_other_notebooks_leave_a_library_a_library(folder: Make, files: dict[str, str]) -> None:
    assert pipeline.inspect(folder({**PACKAGE, **files})).facts.kind.value == "library"


def test_a_script_of_the_package_comes_before_the_notebook(folder: Make) -> None:
    script = "from waves import model\n\nif __name__ == '__main__':\n    print(model(3))\n"
    facts = pipeline.inspect(folder({**PACKAGE, "Demo.ipynb": SHOWS, "waves/train_all.py": script})).facts
    assert facts.entrypoint.value == "waves/train_all.py"
