"""``pixi.toml`` and the tables of pixi's in ``pyproject.toml``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

Make = Callable[[dict[str, str]], Path]

TABLES = """[{0}dependencies]
python = ">=3.11,<3.12"
pandas = ">=2.2.2,<3"
pyarrow = {{ version = "15.*", channel = "conda-forge" }}
pytorch = "*"
ffmpeg = "*"

[{0}target.linux-64.dependencies]
scipy = "*"

[{0}target.win-64.dependencies]
pywin32 = "*"

[{0}pypi-dependencies]
streamlit = ">=1.36"
uvicorn = {{ version = ">=0.30", extras = ["standard"] }}
thing = {{ git = "https://example.org/thing.git", rev = "abc" }}
penguins = {{ path = ".", editable = true }}

[{0}feature.dev.dependencies]
pytest = "*"
"""
WORKSPACE = '[workspace]\nname = "penguins"\nchannels = ["conda-forge"]\nplatforms = ["linux-64"]\n\n'
ASKED = {
    ("pandas", ">=2.2.2,<3"),
    ("pyarrow", "==15.*"),
    ("torch", ""),
    ("scipy", ""),
    ("streamlit", ">=1.36"),
    ("uvicorn", ">=0.30"),
    ("thing", ""),
}


def chosen(root: Path) -> Manifest:
    winner = choose(read_manifests(Project.open(root))).winner
    assert winner is not None
    return winner


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pixi.toml", WORKSPACE + TABLES.format("")),
        ("pyproject.toml", '[project]\nname = "penguins"\nversion = "1"\n\n' + TABLES.format("tool.pixi.")),
    ],
)
def test_the_default_environment_is_read(file: str, text: str, folder: Make) -> None:
    manifest = chosen(folder({file: text, "app.py": "print(1)\n"}))
    assert manifest.path == file
    assert {(each.name, each.specifier) for each in manifest.requirements} == ASKED
    lines = text.split("\n")
    assert all(each.at.line and each.at.path == file for each in manifest.requirements)
    pandas = next(each for each in manifest.requirements if each.name == "pandas")
    assert lines[(pandas.at.line or 0) - 1].startswith("pandas = ")


def test_what_only_conda_has_is_kept_apart(folder: Make) -> None:
    manifest = chosen(folder({"pixi.toml": WORKSPACE + TABLES.format("")}))
    assert [each.name for each in manifest.native] == ["ffmpeg"]


def test_a_file_of_tasks_alone_is_no_manifest(folder: Make) -> None:
    root = folder({"pixi.toml": WORKSPACE + '[tasks]\nstart = "python app.py"\n', "requirements.txt": "flask\n"})
    assert chosen(root).path == "requirements.txt"
