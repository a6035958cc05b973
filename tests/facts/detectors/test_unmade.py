"""Folders that the program writes into, that git did not keep, and that nothing makes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
BEGIN = "import os, pathlib, logging\nimport pandas as pd\n\nframe = pd.read_csv('data/in.csv')\nname = input()\n"
MISSING = {
    "a table": ("frame.to_csv('out/a.csv')", ["out"]),
    "a name that only the running program knows": ("frame.to_csv(os.path.join('out', name))", ["out"]),
    "in a folder that is put together": ("OUT = pathlib.Path('a') / 'b'\nframe.to_csv(OUT / name)", ["a/b"]),
    "a text that is put together": ("frame.to_csv('out/run_' + name + '.csv')", ["out"]),
    "a formatted text": ("OUT = 'out'\nframe.to_csv(f'{OUT}/x/{name}.csv')", ["out/x"]),
    "through a variable": (
        "def save(name):\n    where = os.path.join('out', name)\n    frame.to_csv(where)\n\nsave(name)",
        ["out"],
    ),
    "a log": ("logging.FileHandler('logs/a.log')", ["logs"]),
    "a database": ("ADDRESS = 'sqlite:///out/a.db'", ["out"]),
    "a database in the folder that it is started in": (
        "def address():\n    file = os.path.join(os.getcwd(), 'out', 'a.db')\n    return f'sqlite:///{file}'\n",
        ["out"],
    ),
    "a database beside the module": (
        "HERE = os.path.dirname(os.path.abspath(__file__))\nADDRESS = 'sqlite:///' + os.path.join(HERE, 'out', 'a.db')",
        ["out"],
    ),
    "beside one that it makes": ("os.makedirs('more')\nframe.to_csv('out/a.csv')", ["out"]),
    "beside one that is made where it is missing": (
        "os.makedirs(name, exist_ok=True)\nframe.to_csv('out/a.csv')",
        ["out"],
    ),
}
OTHERS = {
    "a folder that is there": "frame.to_csv('data/out.csv')",
    "a folder that it makes": "os.mkdir('out')\nframe.to_csv('out/a.csv')",
    "a folder in which it makes another": "os.makedirs('out/a')\nframe.to_csv('out/b.csv')",
    "a folder that it makes by pathlib": "pathlib.Path('out').mkdir()\nframe.to_csv('out/b.csv')",
    "a folder that it looks for": "if os.path.exists('out'):\n    frame.to_csv('out/b.csv')",
    "some folder is made": "os.mkdir(name)\nframe.to_csv('out/b.csv')",
    "another place": "import flask_sqlalchemy\nADDRESS = 'sqlite:///out/a.db'",
    "another database": "ADDRESS = 'postgresql:///out/a.db'",
    "no folder": "ADDRESS = 'sqlite:///a.db'\nframe.to_csv('a.csv')\nframe.to_csv(name)",
    "what is read": "open('out/a.csv')\npd.read_csv('out/b.csv')",
    "the machine's": "frame.to_csv('/out/a.csv')\nframe.to_csv('~/out/a.csv')\nframe.to_csv('../out/a.csv')",
    "a name that nothing tells": "a = name\nframe.to_csv(a + '/b.csv')",
    "a folder that each run makes": "import hydra\nframe.to_csv('out/a.csv')",
}


def made(folder: Make, code: str) -> Path:
    return folder({"main.py": f"{BEGIN}{code}\n", "data/in.csv": "a\n1\n", "requirements.txt": "pandas\n"})


@pytest.mark.parametrize(("code", "expected"), MISSING.values(), ids=MISSING)
def test_a_folder_that_nothing_makes_is_found(folder: Make, code: str, expected: list[str]) -> None:
    assert [each.path for each in pipeline.inspect(made(folder, code)).outside.unmade] == expected


@pytest.mark.parametrize("code", OTHERS.values(), ids=OTHERS)
def test_others_are_left_alone(folder: Make, code: str) -> None:
    assert not pipeline.inspect(made(folder, code)).outside.unmade


def test_the_image_has_it_and_says_why(folder: Make) -> None:
    text = pipeline.generate(made(folder, "frame.to_csv(os.path.join('out', name))")).files.dockerfile
    assert "/app/out is written to (main.py:6)." in text
    made_in = next(line for line in text.splitlines() if "/app/out" in line and not line.lstrip().startswith("#"))
    assert "/app" in made_in
