"""Files that speak for a program because they lie near it."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml.facts.nearby import nearby
from dockerize_ml.facts.program import Program
from dockerize_ml.facts.survey import Survey
from dockerize_ml.project.project import Project

Folder = Callable[[dict[str, str]], Path]
FILES = {
    "README.md": "x",
    "runtime.txt": "x",
    "api/app/main.py": "x = 1\n",
    "api/runtime.txt": "x",
    "api/conf/a.yml": "x",
    "worker/runtime.txt": "x",
}


def test_the_nearest_first_and_no_siblings(folder: Folder) -> None:
    assert list(nearby(_survey(folder), ["runtime.txt"])) == [("api/runtime.txt", 0), ("runtime.txt", -2)]


def test_stars_in_folder_and_name(folder: Folder) -> None:
    assert [near.path for near in nearby(_survey(folder), ["c*/*.yml", "READ*"])] == ["api/conf/a.yml", "README.md"]


def _survey(folder: Folder) -> Survey:
    survey = Survey(Project.open(folder(FILES)))
    program = Program(kind="web", framework="flask", entrypoint="app.main:app", workdir="api", file="api/app/main.py")
    survey.programs = (program,)
    return survey
