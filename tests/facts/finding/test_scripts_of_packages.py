"""Scripts that lie in a package among what they use."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
WORK = "import life.grid as grid\n\ngrid.draw(grid.make(32))\n"
SETUP = "from setuptools import setup\nsetup(name='life', packages=['life'])\n"
FILES = {
    "setup.py": SETUP,
    "life/__init__.py": "from life import grid\n",
    "life/grid.py": "def make(n):\n    return n\n\n\ndef draw(grid):\n    print(grid)\n",
}
LIBRARIES = {
    "a name that tells nothing": {"life/plots.py": WORK},
    "others can take something of it": {"life/run_life.py": f"{WORK}\n\ndef again():\n    pass\n"},
    "another file imports it": {"life/run_life.py": WORK, "life/more.py": "from life import run_life\n"},
}


@pytest.mark.parametrize("name", ["run_life.py", "runGameOfLife.py", "main_life.py"])
def test_what_only_works_and_is_named_for_it_is_the_program(folder: Make, name: str) -> None:
    facts = pipeline.inspect(folder({**FILES, f"life/{name}": WORK})).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("job", f"life/{name}")


@pytest.mark.parametrize("files", LIBRARIES.values(), ids=LIBRARIES)
def test_other_packages_are_libraries(folder: Make, files: dict[str, str]) -> None:
    assert pipeline.inspect(folder({**FILES, **files})).facts.kind.value == "library"
