"""The README is true: its picture is of this program, its commands and settings are those that exist."""

import importlib.util
import re
from pathlib import Path

import pytest

from dockerize_ml.commands import all_commands
from dockerize_ml.config import Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_picture_is_of_this_program() -> None:
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec is not None
    assert spec.loader is not None
    picture = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(picture)
    assert picture.PICTURE.read_text(encoding="utf-8") == picture.drawn(), "make it again: python docs/picture.py"


@pytest.mark.parametrize("name", [name for name, _ in all_commands()])
def test_every_command_is_told_of(name: str) -> None:
    assert f"`dockerize-ml {name}" in README


@pytest.mark.parametrize("name", [field.alias or name for name, field in Settings.model_fields.items()])
def test_every_setting_is_told_of(name: str) -> None:
    assert f"`{name}`" in README


def test_the_settings_told_of_exist() -> None:
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    told = set(re.findall(r"^\| `([a-z-]+)`", table, flags=re.MULTILINE))
    assert told == {field.alias or name for name, field in Settings.model_fields.items()}


def test_links_lead_to_files_that_are_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
