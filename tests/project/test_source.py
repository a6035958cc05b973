"""Parsing source that was made to be parsed badly."""

import ast

import pytest

from dockerize_ml.project.source import parse

REFUSES = {
    "syntax": "def f(:\n",
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


# What does not parse, and the statements that can be read all the same, each in its line.
SALVAGES = {
    "Python 2 print": ("import os\nprint 'hello'\n", {1: "import os", 2: "print('hello')"}),
    "Python 2 print of several things": ("print 'a', b,\nc = 1\n", {1: "print('a', b)", 2: "c = 1"}),
    "Python 2 except": ("try:\n    a()\nexcept Exception, e:\n    raise E, 'b'\n", {1: "try:"}),
    "Python 2 numbers": ("print 'a'\nos.chmod(a, 0755)\nb = 1L\n", {2: "os.chmod(a, 493)", 3: "b = 1"}),
    "Python 2 and tabs": ("def f():\n\tprint 'a'\n        return 1\na = f()\n", {4: "a = f()"}),
    "a slip in one line": ("app = Flask(__name__)\nx = = 1\napp.run()\n", {1: "app = Flask(__name__)", 3: "app.run()"}),
    "a slip that is all of a block": ("if a:\n    x = = 1\nb = 2\n", {1: "if a:", 3: "b = 2"}),
    "marks of a merge": ("a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> x\nc = 4\n", {1: "a = 1", 7: "c = 4"}),
}


@pytest.mark.parametrize(("text", "statements"), SALVAGES.values(), ids=SALVAGES)
def test_reads_the_lines_that_can_be_read(text: str, statements: dict[int, str]) -> None:
    parsed = parse(text)
    assert parsed.trouble
    assert parsed.tree is not None
    found = {statement.lineno: ast.unparse(statement).split("\n")[0] for statement in parsed.tree.body}
    assert found.items() >= statements.items()


def test_warnings_of_strangers_are_not_ours() -> None:
    assert parse("a = '\\d'\nb = 1 is 1\nassert (a, b)\n").tree is not None


def test_python_2_is_named() -> None:
    parsed = parse(SALVAGES["Python 2 print"][0])
    assert "Python 2" in parsed.trouble
    assert parsed.line == 2
