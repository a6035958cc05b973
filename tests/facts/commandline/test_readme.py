"""The words of a README, for a job that does nothing without any."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
CLICK = (
    "import click\n\n\n@click.command()\n@click.argument('book')\n@click.option('--out', default='x')\n"
    "def main(book, out):\n    print(book, out)\n\n\nif __name__ == '__main__':\n    main()\n"
)
ALONE = CLICK.replace("@click.argument('book')", "@click.option('--book', default='a')")
SAID: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "a file of the project": (CLICK, "python make.py data/a.csv --out b", ("data/a.csv", "--out", "b")),
    "as an option's value": (CLICK, "python make.py --book=data/a.csv x", ("--book=data/a.csv", "x")),
    "a folder": (CLICK, "python3 make.py data", ("data",)),
    "a file that is not there": (CLICK, "python make.py b.csv", ()),
    "what the reader has to fill in": (CLICK, "python make.py data/a.csv --out <folder>", ()),
    "another program": (CLICK, "python other.py data/a.csv", ()),
    "a program that works alone": (ALONE, "python make.py --book data/a.csv", ()),
}


@pytest.mark.parametrize("case", SAID)
def test_its_words(case: str, folder: Make) -> None:
    code, line, words = SAID[case]
    files = {
        "make.py": code,
        "README.md": f"# Make\n\n    {line}\n",
        "data/a.csv": "a\n",
        "requirements.txt": "click\n",
    }
    given = pipeline.inspect(folder(files)).outside.given
    assert (given.words if given else ()) == words
