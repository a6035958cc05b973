"""Examples of files that everybody has one of their own of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.needed_imports import lacked
from dockerize_ml.project.project import Project

Make = Callable[[dict[str, str]], Path]
APP = "from flask import Flask\n\n{}\napp = Flask(__name__)\n"
OPENS = APP.format("TITLE = open('config.yml').read()\n")
STANDS: dict[str, tuple[str, str, str]] = {
    "before the ending": (OPENS, "config.example.yml", "config.yml"),
    "behind the ending": (OPENS, "config.yml.sample", "config.yml"),
    "in front of the name": (OPENS, "example.config.yml", "config.yml"),
    "of a module": (APP.format("import settings_local\n"), "settings_local_example.py", "settings_local.py"),
    "of a module's names": (APP.format("from config import KEY\n"), "config.py.dist", "config.py"),
    "of a module of a package": (APP.format("from shop import config\n"), "shop/config.sample.py", "shop/config.py"),
}
STANDS_NOT: dict[str, tuple[str, str]] = {
    "the file is there": (APP.format("open('there.yml').read()\n"), "there.example.yml"),
    "nothing opens it": (APP.format(""), "config.example.yml"),
    "it may be missing": (
        APP.format("try:\n    import settings_local\nexcept ImportError:\n    settings_local = None\n"),
        "settings_local.example.py",
    ),
    "a program of examples": (APP.format("open('config.yml').read()\n"), "examples.yml"),
    "what is in the environment": (APP.format("open('.env').read()\n"), ".env.example"),
}


def made(folder: Make, code: str, example: str) -> Path:
    return folder({"app.py": code, example: "KEY = 1\n", "requirements.txt": "flask\n", "there.yml": "a: 1\n"})


@pytest.mark.parametrize("case", STANDS)
def test_an_example_stands_in(case: str, folder: Make) -> None:
    code, example, path = STANDS[case]
    root = made(folder, code, example)
    found = pipeline.generate(root)
    assert [(each.path, each.example) for each in found.inspection.outside.stand_ins] == [(path, example)]
    assert f"RUN cp --no-clobber /app/{example} /app/{path}" in found.files.dockerfile
    assert any(note.text.endswith(f"{example} stands in for it.") for note in found.plan.notes)
    assert not list(lacked(Project.open(root), found.inspection, {"flask"}))


@pytest.mark.parametrize("case", STANDS_NOT)
def test_others_do_not(case: str, folder: Make) -> None:
    assert not pipeline.inspect(made(folder, *STANDS_NOT[case])).outside.stand_ins
