"""Every rule's page: it is complete, and its examples are true."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.pages import Page, page
from dockerize_ml.lint.registry import import_rule, modules
from dockerize_ml.lint.rule import Rule
from dockerize_ml.lint.toml_settings import read_toml

TABLES = Path(__file__).parent / "rules"
RULES = [import_rule(module) for module in modules()]


@pytest.fixture(params=RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def rule(request: pytest.FixtureRequest) -> Rule:
    assert isinstance(request.param, Rule)
    return request.param


def codes(text: str, shown: Page, folder: Path) -> set[str]:
    own = read_toml(shown.settings, Path("dockerize-ml.toml"), required=False) or Settings()
    project = folder if "project" in shown.rule.on else None
    settings = own._replace(preset="all", extend_select=(shown.rule.code,), shellcheck=False, cache=False)
    return {finding.code for finding in lint([Source("Dockerfile", text, folder, project)], settings)}


def test_the_page_says_what_and_why(rule: Rule) -> None:
    shown = page(rule)
    assert shown.summary.endswith(".")
    assert shown.why


def test_before_hits_and_after_does_not(rule: Rule, tmp_path: Path) -> None:
    shown = page(rule)
    if shown.dockerignore:
        (tmp_path / ".dockerignore").write_text(shown.dockerignore, encoding="utf-8")
    for name, text in shown.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = codes(shown.before, shown, tmp_path)
    after = codes(shown.after, shown, tmp_path)
    assert rule.code in before
    assert rule.code not in after
    assert after <= before


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_function_is_named_for_its_module(rule: Rule) -> None:
    assert rule.name.replace("-", "_") == rule.module.rpartition(".")[2]


def test_a_rule_has_its_tables(rule: Rule) -> None:
    path = TABLES / rule.family / f"test_{rule.module.rpartition('.')[2]}.py"
    text = path.read_text(encoding="utf-8")
    assert "CATCHES = {" in text
    assert "STAYS_QUIET = {" in text
