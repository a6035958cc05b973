"""What is made from the rules is as the rules are now."""

from pathlib import Path

import pytest

from dockerize_ml.lint.docs import generated
from dockerize_ml.lint.registry import import_rule, modules, rules


@pytest.mark.parametrize(("path", "text"), generated().items(), ids=lambda value: getattr(value, "name", ""))
def test_generated_files_are_current(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run `python -m dockerize_ml.lint.docs`"


def test_a_card_says_what_the_module_says() -> None:
    assert {rule.module: rule for rule in rules()} == {module: import_rule(module) for module in modules()}
