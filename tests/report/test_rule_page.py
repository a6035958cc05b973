import json

import pytest

from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.pages import Page
from dockerize_ml.lint.rule import Rule
from dockerize_ml.report.cells import width
from dockerize_ml.report.rule_page import rule_list, rule_list_json, rule_page, rule_page_json
from dockerize_ml.report.screen import PLAIN, Screen

PAGE = Page(
    rule=Rule(code="DL3042", name="no-pip-cache", level=Level.WARNING, on=("RUN",), aliases=("PipCache",)),
    summary="pip's cache stays in the layer.",
    why="pip keeps what it downloads. In an image there is no next time,\nso it only makes the layer bigger.",
    settings='[lint]\ncache = "none"\n',
    before="FROM python:3.12-slim\nRUN pip install flask\n",
    after="FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\n",
    differs="A cache mount will do.",
    presets=("recommended", "hadolint"),
    not_recommended="",
    url="https://example.org/DL3042",
)
OWN = Page(
    rule=Rule(code="ML1001", name="source-before-dependencies", level=Level.INFO, on=("COPY",)),
    summary="Every change of the source installs all dependencies again.",
    why="",
    settings="",
    before="",
    after="",
    differs="",
    presets=(),
    not_recommended="It is a matter of taste.",
    url=None,
)
WHOLE = """\
DL3042 no-pip-cache (warning)
pip's cache stays in the layer.

Why
  pip keeps what it downloads. In an image there is no next time, so it only makes the layer bigger.

Settings
    [lint]
    cache = "none"

Before
    FROM python:3.12-slim
    RUN pip install flask

After
    FROM python:3.12-slim
    RUN pip install --no-cache-dir flask

Differs
  A cache mount will do.

Presets: recommended, hadolint, all
Also called: PipCache
Ignore: put `# dockerize-ml: ignore=DL3042` above the instruction
See: https://example.org/DL3042
"""


def test_a_page() -> None:
    assert rule_page(PAGE, PLAIN) == WHOLE


def test_a_page_with_gaps() -> None:
    assert rule_page(OWN, PLAIN).splitlines() == [
        "ML1001 source-before-dependencies (info)",
        "Every change of the source installs all dependencies again.",
        "",
        "Presets: all",
        "Not recommended: It is a matter of taste.",
        "Ignore: put `# dockerize-ml: ignore=ML1001` above the instruction",
    ]


def test_the_lines_that_differ_are_painted() -> None:
    shown = rule_page(PAGE, Screen(colour=True, width=80))
    assert "    \x1b[31mRUN pip install flask\x1b[0m\n" in shown
    assert "    \x1b[32mRUN pip install --no-cache-dir flask\x1b[0m\n" in shown
    assert "    FROM python:3.12-slim\n" in shown


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_terminal_is_not_overrun(columns: int) -> None:
    screen = Screen(width=columns)
    for shown in (rule_page(PAGE, screen), rule_list([PAGE, OWN], screen)):
        assert all(width(line) <= columns for line in shown.splitlines())


def test_the_list_of_rules() -> None:
    assert rule_list([PAGE, OWN], PLAIN).splitlines() == [
        "DL3042   warning  no-pip-cache                pip's cache stays in the layer.",
        "ML1001 - info     source-before-dependencies  Every change of the source installs all dependencies again.",
        "",
        "2 rules; those marked - are not in the recommended preset. One rule's page: `dockerize-ml explain CODE`",
    ]


def test_json() -> None:
    said = json.loads(rule_page_json(PAGE))
    assert said["schema_version"] == 1
    assert said["rule"]["code"] == "DL3042"
    assert said["rule"]["presets"] == ["recommended", "hadolint"]
    assert json.loads(rule_list_json([PAGE, OWN]))["rules"][0] == said["rule"]
