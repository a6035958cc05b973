"""Parsing source that was made to be parsed badly."""

import pytest

from dockerize_ml.project.source import parse

REFUSES = {
    "syntax": "def f(:\n",
    "Python 2 print": "import os\nprint 'hello'\n",
    "Python 2 except": "try:\n    pass\nexcept Exception, e:\n    pass\n",
    "NUL": "a = 1\0",
    "many brackets": "(" * 10_000,
    "many signs": "a = " + "-" * 100_000 + "1",
    "long chain": "a" + ".b" * 50_000,
    "table of data": "a = [" + "1," * 100_000 + "]",
    "surrogate": "a = '\ud800'",
    "indentation": "".join(" " * depth + "if a:\n" for depth in range(200)),
}


@pytest.mark.parametrize("text", REFUSES.values(), ids=REFUSES)
def test_tells_why_there_is_no_tree(text: str) -> None:
    parsed = parse(text)
    assert parsed.tree is None
    assert parsed.trouble.endswith(".")


def test_warnings_of_strangers_are_not_ours() -> None:
    assert parse("a = '\\d'\nb = 1 is 1\nassert (a, b)\n").tree is not None


def test_python_2_is_named() -> None:
    parsed = parse(REFUSES["Python 2 print"])
    assert "Python 2" in parsed.trouble
    assert parsed.line == 2
