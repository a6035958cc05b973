"""The labels of the image."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline
from dockerize_ml.dockerfile import parse

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\n\napp = Flask(__name__)\n"
PROJECT = """\
[project]
name = "svc"
version = "1"
description = "Says \\"hello\\" for $5"
license = "MIT"
dependencies = ["flask"]
[project.urls]
Repository = "https://example.com/svc"
"""


def labels(root: Path, **settings: object) -> dict[str, str]:
    parsed = parse(pipeline.generate(root, settings).files.dockerfile)
    (label,) = [each for each in parsed.instructions if each.keyword == "LABEL"]
    return {pair.key.value: pair.value.value for pair in label.pairs if pair.value}


def test_the_projects_own_words(folder: Make) -> None:
    found = labels(folder({"app.py": APP, "pyproject.toml": PROJECT}))
    assert found["org.opencontainers.image.licenses"] == "MIT"
    assert found["org.opencontainers.image.source"] == "https://example.com/svc"
    assert found["org.opencontainers.image.title"]


def test_what_a_tool_wrote_in_their_place_is_no_description(folder: Make) -> None:
    unfilled = PROJECT.replace('Says \\"hello\\" for $5', "Add your description here")
    assert unfilled != PROJECT
    found = labels(folder({"app.py": APP, "pyproject.toml": unfilled}))
    assert "org.opencontainers.image.description" not in found


def test_the_users_own_come_on_top(folder: Make) -> None:
    found = labels(folder({"app.py": APP}), labels={"team": "ml", "org.opencontainers.image.title": "mine"})
    assert (found["team"], found["org.opencontainers.image.title"]) == ("ml", "mine")
