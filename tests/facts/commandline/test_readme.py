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
    "a verb that others build packages with": (
        CLICK,
        "python make.py build data/a.csv\n    python make.py list data/a.csv",
        ("build", "data/a.csv"),
    ),
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


MANIFEST = (
    '[project]\nname = "stats"\nversion = "1"\ndependencies = ["click"]\n\n[project.scripts]\n'
    'stats = "stats_of.make:main"\n\n[build-system]\nrequires = ["setuptools"]\n'
    'build-backend = "setuptools.build_meta"\n'
)
NAMED: dict[str, tuple[str, tuple[str, ...]]] = {
    "in a block": ("```\n$ stats data/a.csv --out b\n```\n", ("data/a.csv", "--out", "b")),
    "among words": ("Type `stats data`.\n", ("data",)),
    "no code": ("stats data is what it reads\n", ()),
    "another command": ("```\nstatistics data\n```\n", ()),
}


@pytest.mark.parametrize("case", NAMED)
def test_the_words_behind_a_command_that_is_installed(case: str, folder: Make) -> None:
    text, words = NAMED[case]
    files = {"stats_of/make.py": CLICK, "stats_of/__init__.py": "", "README.md": text, "data/a.csv": "a\n"}
    given = pipeline.inspect(folder({**files, "pyproject.toml": MANIFEST})).outside.given
    assert (given.words if given else ()) == words


VERBS = (
    "import typer\n\nRAW = 'data'\napp = typer.Typer(no_args_is_help=True)\n\n\n"
    "@app.command()\ndef run(raw: str = RAW):\n"
    "    print(raw)\n\n\n@app.command()\ndef show(season: int = 3):\n    print(season)\n\n\n"
    "if __name__ == '__main__':\n    app()\n"
)


@pytest.mark.parametrize(("typed", "words"), [("run", ("run",)), ("show", ()), ("show\npython make.py run", ("run",))])
def test_a_verb_that_works_on_what_the_project_holds(typed: str, words: tuple[str, ...], folder: Make) -> None:
    files = {"make.py": VERBS, "README.md": f"```\npython make.py {typed}\n```\n", "data/a.csv": "a\n"}
    given = pipeline.inspect(folder({**files, "requirements.txt": "typer\n"})).outside.given
    assert (given.words if given else ()) == words
