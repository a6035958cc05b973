"""Every rule's page: it is complete, and its examples are true."""

from __future__ import annotations

import pytest

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.pages import page
from dockerize_ml.lint.registry import import_rule, modules
from dockerize_ml.lint.rule import Rule

RULES = [import_rule(module) for module in modules()]


@pytest.fixture(params=RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def rule(request: pytest.FixtureRequest) -> Rule:
    assert isinstance(request.param, Rule)
    return request.param


def codes(text: str, *extra: str) -> set[str]:
    settings = Settings(preset="all", extend_select=extra, shellcheck=False, cache=False)
    return {finding.code for finding in lint([Source("Dockerfile", text)], settings)}


def test_the_page_says_what_and_why(rule: Rule) -> None:
    shown = page(rule)
    assert shown.summary.endswith(".")
    assert shown.why


def test_before_hits_and_after_does_not(rule: Rule) -> None:
    shown = page(rule)
    before = codes(shown.before, rule.code)
    after = codes(shown.after, rule.code)
    assert rule.code in before
    assert rule.code not in after
    assert after <= before


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_function_is_named_for_its_module(rule: Rule) -> None:
    assert rule.name.replace("-", "_") == rule.module.rpartition(".")[2]
