"""Locks of other tools held against their manifests; the hashes are those that the tools themselves make."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.in_step import out_of_step, useless
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

Make = Callable[[dict[str, str]], Path]

POETRY_1 = """[tool.poetry]
name = "shop"
version = "0.1.0"
description = ""
authors = []
package-mode = false
[tool.poetry.dependencies]
python = "^3.11"
click = "^8.1"
[tool.poetry.group.dev.dependencies]
iniconfig = "*"
"""
POETRY_2 = """[project]
name = "shop"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = ["click>=8.1"]
[tool.poetry]
package-mode = false
[tool.poetry.group.dev.dependencies]
iniconfig = "*"
"""
CLICK = '[[package]]\nname = "click"\nversion = "8.1.7"\n'
POETRY_1_LOCK = (
    f'{CLICK}[metadata]\ncontent-hash = "736365678a6ea2502ffc2454608a28228168481e2e2e25e70c4ba944c55a71fd"\n'
)
POETRY_2_LOCK = (
    f'{CLICK}[metadata]\ncontent-hash = "ec68bba34830db24db6b68174c894bd9164af58467080e5486ece02d69005127"\n'
)
PIPFILE = """[[source]]
url = "https://index.example.org/simple"
verify_ssl = true
name = "own"
[packages]
click = "*"
[dev-packages]
[requires]
python_version = "3.11"
"""
PIPFILE_LOCK = (
    '{"_meta": {"hash": {"sha256": "e1ef94ee753f5e7113cf659c6474f5bbcd7d35c3d9028d8c2fd6acac450deaef"}},'
    ' "default": {"click": {"version": "==8.1.7"}}, "develop": {}}'
)
UV = """[project]
name = "shop"
version = "0.1"
dependencies = ["click>=2,<9", "idna==3.7 ; sys_platform == 'linux'"]
[project.optional-dependencies]
x = ["itsdangerous"]
[dependency-groups]
dev = ["iniconfig>=1", {include-group = "more"}]
more = ["packaging"]
"""
UV_LOCK = f"""version = 1
{CLICK}
[[package]]
name = "shop"
source = {{ virtual = "." }}
dependencies = [{{ name = "click" }}]
[package.metadata]
requires-dist = [
    {{ name = "click", specifier = ">=2,<9" }},
    {{ name = "idna", marker = "sys_platform == 'linux'", specifier = "==3.7" }},
    {{ name = "itsdangerous", marker = "extra == 'x'" }},
]
[package.metadata.requires-dev]
dev = [{{ name = "iniconfig", specifier = ">=1" }}, {{ name = "packaging" }}]
more = [{{ name = "packaging" }}]
"""
PDM = '[project]\nname = "shop"\ndependencies = ["click>=8"]\n'
HASHED = f"click==8.1.7 --hash=sha256:{'0' * 64}\n"

IN_STEP = {
    "Poetry 1": {"pyproject.toml": POETRY_1, "poetry.lock": POETRY_1_LOCK},
    "Poetry 2": {"pyproject.toml": POETRY_2, "poetry.lock": POETRY_2_LOCK},
    "what Poetry does not resolve may change": {
        "pyproject.toml": POETRY_1.replace("0.1.0", "0.2.0"),
        "poetry.lock": POETRY_1_LOCK,
    },
    "pipenv": {"Pipfile": PIPFILE, "Pipfile.lock": PIPFILE_LOCK},
    "without a source only pipenv can tell": {
        "Pipfile": '[packages]\nclick = "*"\n',
        "Pipfile.lock": PIPFILE_LOCK,
    },
    "uv": {"pyproject.toml": UV, "uv.lock": UV_LOCK},
    "the order of a specifier's parts": {"pyproject.toml": UV.replace(">=2,<9", "<9, >=2"), "uv.lock": UV_LOCK},
    "what uv was told to take instead": {
        "pyproject.toml": UV + '[tool.uv]\noverride-dependencies = ["click==9.1"]\n',
        "uv.lock": UV_LOCK.replace("8.1.7", "9.1"),
    },
    "PDM": {"pyproject.toml": PDM, "pdm.lock": CLICK},
    "a requirement for another system": {
        "pyproject.toml": PDM.replace('"click>=8"', '"click", "pywin32 ; sys_platform == \'win32\'"'),
        "pdm.lock": CLICK,
    },
    "hashes and nothing they were made from": {"requirements.txt": HASHED},
    "hashes and what they were made from": {"requirements.txt": HASHED, "requirements.in": "click<9\n"},
    "a lock without its manifest": {"poetry.lock": POETRY_1_LOCK},
}
STALE = {
    "Poetry 1": ({"pyproject.toml": POETRY_1.replace("^8.1", "^8.0"), "poetry.lock": POETRY_1_LOCK}, "was changed"),
    "Poetry 2": ({"pyproject.toml": POETRY_2.replace(">=8.1", ">=8"), "poetry.lock": POETRY_2_LOCK}, "was changed"),
    "pipenv": ({"Pipfile": PIPFILE.replace('click = "*"', 'click = "<9"'), "Pipfile.lock": PIPFILE_LOCK}, "changed"),
    "uv, one more": ({"pyproject.toml": UV.replace('["click', '["flask", "click'), "uv.lock": UV_LOCK}, "was changed"),
    "uv, one less": ({"pyproject.toml": UV.replace('x = ["itsdangerous"]', ""), "uv.lock": UV_LOCK}, "was changed"),
    "uv, a group": ({"pyproject.toml": UV.replace("iniconfig>=1", "iniconfig>=2"), "uv.lock": UV_LOCK}, "was changed"),
    "PDM, a version": (
        {"pyproject.toml": PDM.replace("click>=8", "click>=9"), "pdm.lock": CLICK},
        "pyproject.toml:3 asks for click>=9, and pdm.lock has 8.1.7",
    ),
    "PDM, a name": (
        {"pyproject.toml": PDM.replace("click>=8", "flask"), "pdm.lock": CLICK},
        "pyproject.toml:3 asks for flask, which pdm.lock does not have",
    ),
    "a list older than its source": (
        {"requirements.txt": HASHED, "requirements.in": "click\nflask\n"},
        "requirements.in:2 asks for flask, which requirements.txt does not have",
    ),
}


def why(root: Path, question: Callable[[Project, Manifest, str], str] = out_of_step) -> str:
    opened = pipeline.open_project(root)
    winner = choose(read_manifests(opened)).winner
    assert winner is not None
    locks = [path for path in winner.includes if path.endswith(".lock")]
    return question(opened, winner, (locks or [winner.path])[0])


@pytest.mark.parametrize("files", IN_STEP.values(), ids=IN_STEP)
def test_it_stays_quiet(folder: Make, files: dict[str, str]) -> None:
    assert why(folder(files)) == ""


@pytest.mark.parametrize(("files", "says"), STALE.values(), ids=STALE)
def test_it_catches(folder: Make, files: dict[str, str], says: str) -> None:
    assert says in why(folder(files))


@pytest.mark.parametrize("files", IN_STEP.values(), ids=IN_STEP)
def test_what_is_in_step_is_of_use(folder: Make, files: dict[str, str]) -> None:
    assert why(folder(files), useless) == ""


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Poetry 1", "Poetry refuses such a lock"),
        ("Poetry 2", "Poetry refuses such a lock"),
        ("PDM, a name", "asks for flask, which pdm.lock does not have"),
        ("uv, one more", "asks for flask, which uv.lock does not have"),
        ("PDM, a version", ""),
        ("uv, a group", ""),
        ("pipenv", ""),
        ("a list older than its source", ""),
    ],
)
def test_of_what_is_stale_only_some_is_useless(name: str, says: str, folder: Make) -> None:
    found = why(folder(STALE[name][0]), useless)
    assert says in found if says else not found
