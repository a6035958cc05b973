"""The .dockerignore: complete for this project, nothing that the program needs, and its owner's lines."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.dockerfile.ignore import Ignore

APP = "from flask import Flask\n\napp = Flask(__name__)\n"

Make = Callable[[dict[str, str]], Path]


def ignored(root: Path) -> str:
    return pipeline.generate(root).files.dockerignore


def patterns(root: Path) -> list[str]:
    return [line for line in ignored(root).splitlines() if line and not line.startswith("#")]


def test_tests_and_notebooks_stay_out(folder: Make) -> None:
    root = folder({"app.py": APP, "tests/test_app.py": "import app\n", "look.ipynb": '{"cells": []}'})
    matcher = Ignore.parse(ignored(root))
    assert matcher.matches("tests/test_app.py")
    assert matcher.matches("look.ipynb")
    assert not matcher.matches("app.py")


@pytest.mark.parametrize(
    ("code", "stays_out"),
    [
        ("run(f'{name}.ipynb')\n", False),
        ("run(name + '.ipynb')\n", False),
        ("run(FOLDER.glob('*.ipynb'))\n", False),
        ("# As look.ipynb shows.\n", True),
    ],
)
def test_notebooks_that_the_program_names_stay(code: str, *, stays_out: bool, folder: Make) -> None:
    root = folder({"app.py": f"{APP}{code}", "look.ipynb": '{"cells": []}'})
    assert Ignore.parse(ignored(root)).matches("look.ipynb") is stays_out


def test_tests_that_the_program_imports_stay(folder: Make) -> None:
    root = folder({"app.py": f"import tests.data\n{APP}", "tests/__init__.py": "", "tests/data.py": "A = 1\n"})
    matcher = Ignore.parse(ignored(root))
    assert not matcher.matches("tests/data.py")
    assert matcher.matches("test_app.py")


@pytest.mark.parametrize(("packages", "stays_out"), [("['shop', 'shop.tests']", False), ("['shop']", True)])
def test_tests_that_a_setup_script_lists_stay(packages: str, *, stays_out: bool, folder: Make) -> None:
    setup = f"from setuptools import setup\n\nsetup(name='shop', packages={packages})\n"
    files = {"setup.py": setup, "shop/__init__.py": "", "shop/tests/__init__.py": "", "app.py": f"import shop\n{APP}"}
    assert Ignore.parse(ignored(folder(files))).matches("shop/tests/__init__.py") is stays_out


@pytest.mark.parametrize(
    ("served", "stays_out"), [("'../node_modules/moment/moment.js'", False), ("'moment.js'", True)]
)
def test_packages_of_npm_stay_where_the_program_hands_them_out(served: str, *, stays_out: bool, folder: Make) -> None:
    files = {"app.py": f"{APP}SCRIPT = {served}\n", "web/node_modules/moment/moment.js": "1\n"}
    assert Ignore.parse(ignored(folder(files))).matches("web/node_modules/moment/moment.js") is stays_out


NAMED = {
    "written out": ("open('tests/min.csv')", False),
    "put together": ("os.path.join(HERE, 'tests', 'min.csv')", False),
    "handed to somebody else's reader": (
        "Reader(os.environ.get('IN', os.path.join(os.getcwd(), 'tests/min.csv')))",
        False,
    ),
    "another file of that name": ("Reader('data/min.csv')", True),
}


@pytest.mark.parametrize(("code", "stays_out"), NAMED.values(), ids=NAMED)
def test_data_among_the_tests_stays_where_the_program_names_it(code: str, *, stays_out: bool, folder: Make) -> None:
    root = folder({"app.py": f"{APP}DATA = {code}\n", "tests/min.csv": "a\n1\n", "tests/test_app.py": "import app\n"})
    assert Ignore.parse(ignored(root)).matches("tests/min.csv") is stays_out


def test_an_environment_of_any_name_stays_out(folder: Make) -> None:
    root = folder({"app.py": APP, "my [env]/pyvenv.cfg": "", "venv/pyvenv.cfg": ""})
    matcher = Ignore.parse(ignored(root))
    assert matcher.matches("my [env]/bin/python")
    assert patterns(root).count("**/venv") == 1
    assert "venv" not in patterns(root)


def test_the_owners_lines_stay_in_their_order_where_they_decide(folder: Make) -> None:
    root = folder({"app.py": APP, ".dockerignore": "# mine\nsecret\n**/.git\n!**/*.pem\n"})
    assert patterns(root)[-2:] == ["secret", "!**/*.pem"]
    assert patterns(root).count("**/.git") == 1


def test_generating_again_changes_nothing(folder: Make) -> None:
    root = folder({"app.py": APP, ".dockerignore": "secret\napp.py\n"})
    first = ignored(root)
    (root / ".dockerignore").write_text(first)
    assert ignored(root) == first


def test_a_line_added_to_our_file_is_its_owners(folder: Make) -> None:
    root = folder({"app.py": APP})
    (root / ".dockerignore").write_text(ignored(root) + "huge\n")
    assert patterns(root)[-1] == "huge"


def test_a_line_of_ours_goes_when_the_program_needs_what_it_takes(folder: Make) -> None:
    root = folder({"app.py": APP, "data/x.csv": "a\n"})
    (root / ".dockerignore").write_text(f"{ignored(root)}\n# Data that no line of the program opens.\ndata\n")
    (root / "app.py").write_text(f"{APP}open('data/x.csv')\n")
    assert not Ignore.parse(ignored(root)).matches("data/x.csv")


def test_the_owner_hears_of_a_line_that_takes_what_the_program_needs(folder: Make) -> None:
    root = folder({"app.py": f"{APP}open('names.txt')\n", "names.txt": "a\n", ".dockerignore": "*.txt\n"})
    (note,) = [note for note in pipeline.generate(root).plan.notes if "stays out" in note.text]
    assert note.text.startswith("names.txt")


# What is written into a file of ours, behind a line of it → what the next one says at its end.
WRITTEN_INTO = {
    "a line within a group": ("**/venv", "huge", "\nhuge\n"),
    "a comment within a group": ("**/venv", "# ask Ana first", "\n# ask Ana first\n"),
    "a comment and its line": ("**/venv", "# ask Ana first\nhuge", "\n# ask Ana first\nhuge\n"),
    "two that belong to different lines": (
        "# Version control.",
        "# one\nbig\n\n# two\nhuge",
        "\n# one\nbig\n\n# two\nhuge\n",
    ),
    "a line of ours that is switched off": ("**/venv", "# **/node_modules", "\n# **/node_modules\n"),
    "a line that takes the program": ("**/.git", "app.py", "\napp.py\n"),
    "a line that lets something in": ("**/*.pem", "!public.pem", "\n!public.pem\n"),
    "above all of ours": ("", "# the team's\nhuge", "\n# the team's\nhuge\n"),
}


@pytest.mark.parametrize(("behind", "lines", "end"), WRITTEN_INTO.values(), ids=WRITTEN_INTO)
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_its_owner_writes_into_our_groups_stays(
    folder: Make, language: str, behind: str, lines: str, end: str
) -> None:
    root = folder({"app.py": APP})
    before = pipeline.generate(root, {"lang": language if behind.startswith("**") else "en"}).files.dockerignore
    at = f"{behind}\n" if behind else before[:1]
    assert before.count(at) >= 1
    edited = before.replace(at, f"{at}{lines}\n" if behind else f"{lines}\n{at}", 1)
    (root / ".dockerignore").write_text(edited)
    first = ignored(root)
    assert first.endswith(f"was here before.\n{end.lstrip()}")
    assert first.startswith("# What the image does not need")
    (root / ".dockerignore").write_text(first)
    assert ignored(root) == first


LETS_IN = {
    "the secret itself": ("!.env\n", ".env"),
    "everything": ("!**\n", ".env"),
    "a kind of key": ("!*.pem\n", "*.pem"),
}
LETS_NOTHING_IN = {
    "an example without secrets": "!.env.example\n",
    "a file that is no secret": "!notes.txt\n",
    "and takes it back": "!.env\n.env\n",
    "leaves more out": ".env\n",
}


@pytest.mark.parametrize(("lines", "shown"), LETS_IN.values(), ids=LETS_IN)
def test_the_owner_hears_of_a_line_that_lets_a_secret_in(folder: Make, lines: str, shown: str) -> None:
    root = folder({"app.py": APP, ".dockerignore": lines})
    (note,) = [note for note in pipeline.generate(root).plan.notes if "lets it in" in note.text]
    assert note.text.startswith(shown)


@pytest.mark.parametrize("lines", LETS_NOTHING_IN.values(), ids=LETS_NOTHING_IN)
def test_the_owner_hears_nothing_of_lines_that_let_no_secret_in(folder: Make, lines: str) -> None:
    root = folder({"app.py": APP, ".dockerignore": lines})
    assert [note for note in pipeline.generate(root).plan.notes if "lets it in" in note.text] == []


def test_comments_stay_with_the_lines_that_they_stand_above(folder: Make) -> None:
    mine = "# big files\ndumps\n\n# for editors\n**/.idea\n\n# ours alone\nnotes\n"
    root = folder({"app.py": APP, ".dockerignore": mine})
    first = ignored(root)
    assert first.endswith("\n# big files\ndumps\n\n# ours alone\nnotes\n")
    (root / ".dockerignore").write_text(first)
    assert ignored(root) == first
