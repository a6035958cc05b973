"""What a command gives the program that it starts."""

import pytest

from dockerize_ml.facts.words.behind import behind


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("python", "-m", "app.fill", "--once"), ("--once",)),
        (("python3", "tools/fill.py", "a", "b"), ("a", "b")),
        (("python", "fill.py"), ()),
        (("python", "-u", "fill.py", "a"), ()),
        (("python",), ()),
    ],
    ids=["a module", "a file", "nothing", "an option of Python's", "Python alone"],
)
def test_the_words_behind_the_program(argv: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert behind(argv) == words
