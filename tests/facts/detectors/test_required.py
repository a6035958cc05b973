"""The variables that a program fails without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.detectors.required import required
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]
HEAD = "import os\nfrom decouple import config\n\n\n"

FAILS = {
    "as it is imported": "A = os.environ['A']\n",
    "in a function": "def load():\n    return os.environ['A']\n",
    "where the file is run": "if __name__ == '__main__':\n    print(os.environ['A'])\n",
    "in a condition itself": "if os.environ['A'] == '1':\n    print(1)\n",
    "by another reader": "A = config('A', cast=int)\n",
}
DOES_NOT = {
    "None will do": "A = os.environ.get('A')\n",
    "None is its default": "A = config('A', default=None)\n",
    "it has a default": "A = config('A', default='x')\n",
    "only where a condition holds": "def load(kind):\n    if kind == 'azure':\n        return os.environ['A']\n",
    "only where something went wrong": "try:\n    print(1)\nexcept OSError:\n    print(os.environ['A'])\n",
}


@pytest.mark.parametrize("code", FAILS.values(), ids=FAILS.keys())
def test_it_fails(code: str, survey_of: SurveyOf) -> None:
    assert [(each.name, each.evidence.path) for each in required(survey_of({"app.py": HEAD + code}))] == [
        ("A", "app.py")
    ]


@pytest.mark.parametrize("code", DOES_NOT.values(), ids=DOES_NOT.keys())
def test_it_does_not(code: str, survey_of: SurveyOf) -> None:
    assert required(survey_of({"app.py": HEAD + code})) == ()


def test_what_may_never_be_imported_does_not_count(folder: Callable[[dict[str, str]], Path]) -> None:
    app = "import os\nfrom flask import Flask\n\napp = Flask(__name__)\napp.config['A'] = os.environ['A']\n"
    later = "\n\ntry:\n    import other\nexcept ImportError:\n    other = None\n"
    files = {"app.py": app + later, "other.py": "import os\n\nB = os.environ['B']\n", "requirements.txt": "flask\n"}
    assert [each.name for each in pipeline.inspect(folder(files)).outside.required] == ["A"]


def test_it_is_told_whether_importing_is_enough(survey_of: SurveyOf) -> None:
    code = "import os\n\nA = os.environ['A']\n\n\ndef later():\n    return os.environ['B']\n"
    assert {each.name: each.at_import for each in required(survey_of({"app.py": code}))} == {"A": True, "B": False}
