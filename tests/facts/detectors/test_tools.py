"""Tools for developers among what the image installs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = "from flask import Flask\n\napp = Flask(__name__)\n"
LISTED = {"requirements.txt": "flask\npytest==8.0\nblack\n"}
JOB = "if __name__ == '__main__':\n    print('done')\n"
CASES = {
    "listed with the rest": ({"app.py": APP, **LISTED}, ["pytest", "black"]),
    "in a list of their own": (
        {"app.py": APP, "requirements.txt": "flask\n", "requirements-dev.txt": "-r requirements.txt\npytest\n"},
        [],
    ),
    "that the program imports": ({"app.py": f"import pytest\n{APP}", **LISTED}, ["black"]),
    "of a group": (
        {
            "app.py": APP,
            "pyproject.toml": "[project]\nname = 'a'\nversion = '1'\ndependencies = ['flask']\n"
            "[project.optional-dependencies]\ntest = ['pytest']\n",
        },
        [],
    ),
    "of a job, which may run them": ({"main.py": JOB, **LISTED}, []),
    "of a frozen environment": (
        {"app.py": APP, "requirements.txt": "flask\npytest\n" + "".join(f"a{each}==1\n" for each in range(70))},
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_they_are_told_of(case: str, folder: Make) -> None:
    files, expected = CASES[case]
    root = folder(files)

    made = pipeline.generate(root)

    assert [each.name for each in made.inspection.outside.tools] == expected
    assert any(note.text.startswith("For developers") for note in made.plan.notes) == bool(expected)
