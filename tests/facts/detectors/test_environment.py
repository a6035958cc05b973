"""The variables that a program reads, and which of them it cannot do without."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.environment import environment, variables
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]

READS: dict[str, tuple[str, dict[str, bool]]] = {
    "a subscript": ('import os\nA = os.environ["A"]\n', {"A": True}),
    "a subscript of an imported name": ('from os import environ as e\nA = e["A"]\n', {"A": True}),
    "get with a default": ('import os\nA = os.environ.get("A", "1")\n', {"A": False}),
    "get without": ('import os\nA = os.environ.get("A")\n', {"A": True}),
    "getenv with a default": ('from os import getenv\nA = getenv("A", default="1")\n', {"A": False}),
    "getenv with None": ('import os\nA = os.getenv("A", None)\n', {"A": True}),
    "a name from a constant": ('import os\nPREFIX = "APP_"\nA = os.getenv(PREFIX + "A", "1")\n', {"APP_A": False}),
    "required in one place": ('import os\nA = os.getenv("A", "1")\nB = os.environ["A"]\n', {"A": True}),
    "decouple": ('from decouple import config\nA = config("A", default=False, cast=bool)\n', {"A": False}),
    "environs": ('from environs import Env\nenv = Env()\nA = env.str("A")\n', {"A": True}),
    "django-environ": ('import environ\nenv = environ.Env()\nA = env("A", default="x")\n', {"A": False}),
    "starlette": ('from starlette.config import Config\nconfig = Config(".env")\nA = config("A")\n', {"A": True}),
    "an option of Typer": (
        'import typer\n\n\ndef main(a: str = typer.Option("x", envvar="A")):\n    pass\n',
        {"A": False},
    ),
    "Pydantic's settings": (
        "from pydantic_settings import BaseSettings\n\n\nclass S(BaseSettings):\n    a: str\n    b: int = 1\n",
        {"A": True, "B": False},
    ),
    "Pydantic's settings with a prefix and an alias": (
        """
from pydantic import BaseSettings, Field


class S(BaseSettings):
    a: str = Field(..., env="K")
    b: int = Field(1)

    class Config:
        env_prefix = "my_"
""",
        {"K": True, "MY_B": False},
    ),
    "or": ('import os\nA = os.getenv("A") or "x"\n', {"A": False}),
    "the last of several": ('import os\nA = os.getenv("A") or os.environ["B"]\n', {"A": False, "B": True}),
    "another value where it is not set": (
        'import os\ntry:\n    A = os.environ["A"]\nexcept KeyError:\n    A = "x"\n',
        {"A": False},
    ),
    "complained of where it is not set": (
        'import os\ntry:\n    A = os.environ["A"]\nexcept KeyError:\n    raise SystemExit("A is not set")\n',
        {"A": True},
    ),
    "caught for another reason": (
        'import os\ntry:\n    A = os.environ["A"]\nexcept ImportError:\n    A = "x"\n',
        {"A": True},
    ),
    "read where it is there": (
        'import os\nif "A" in os.environ:\n    A = os.environ["A"]\nelse:\n    A = "x"\n',
        {"A": False},
    ),
    "read where it is there, in a line": (
        'import os\nA = os.environ["A"] if "A" in os.environ else "x"\n',
        {"A": False},
    ),
    "read where another is there": ('import os\nif "B" in os.environ:\n    A = os.environ["A"]\n', {"A": True}),
    "and": ('import os\nA = "A" in os.environ and os.environ["A"] == "1"\n', {"A": False}),
    "read behind a question for it": (
        'import os\n\n\ndef f():\n    if "A" not in os.environ:\n        return 1\n    return os.environ["A"]\n',
        {"A": False},
    ),
    "read behind another question": (
        'import os\n\n\ndef f(x):\n    if x == "B":\n        return 1\n    return os.environ["A"]\n',
        {"A": True},
    ),
    "asked for by a constant": (
        'import os\nNAME = "A"\nA = os.environ[NAME] if os.environ.get(NAME) else None\n',
        {"A": False},
    ),
    "settings within settings": (
        """
from pydantic_settings import BaseSettings


class B(BaseSettings):
    b: int = 1


class S(BaseSettings):
    a: B = B()
""",
        {"A": False, "B": False},
    ),
    "made up where it is empty": (
        'import os\nimport secrets\nA = os.getenv("A")\nif not A:\n    A = secrets.token_hex()\n',
        {"A": False},
    ),
    "complained of where it is empty": (
        'import os\nA = os.getenv("A")\nif not A:\n    raise RuntimeError("A")\n    A = 1\n',
        {"A": True},
    ),
    "a scheme with a default": (
        'import environ\nenv = environ.Env(A=(bool, False), B=int)\nA = env("A")\nB = env("B")\n',
        {"A": False, "B": True},
    ),
    "decouple's own reader": (
        'from decouple import AutoConfig\nconfig = AutoConfig(search_path=".")\nA = config("A")\n',
        {"A": True},
    ),
    "a class that derives from settings": (
        """
from pydantic_settings import BaseSettings


class B(BaseSettings):
    a: str


class S(B):
    b: str
""",
        {"A": True, "B": True},
    ),
    "what Pydantic 1 takes for None": (
        """
from typing import Optional
from pydantic import BaseSettings


class S(BaseSettings):
    a: Optional[str]
""",
        {"A": False},
    ),
    "what Pydantic 2 asks for": (
        """
from typing import ClassVar, Optional
from pydantic_settings import BaseSettings


class S(BaseSettings):
    a: Optional[str]
    b: ClassVar[str]
""",
        {"A": True},
    ),
    "a variable that is only set": ('import os\nos.environ["A"] = "1"\n', {}),
    "what every container has": ('import os\nA = os.environ["HOME"]\n', {}),
    "another dictionary": ('environ = {"A": 1}\nA = environ["A"]\n', {}),
    "a name that only the run knows": ("import os\n\n\ndef f(name):\n    return os.environ[name]\n", {}),
}


@pytest.mark.parametrize("case", READS)
def test_reads(case: str, survey_of: SurveyOf) -> None:
    source, expected = READS[case]
    found = variables(survey_of({"app.py": source}))
    assert {variable.name: variable.is_required for variable in found} == expected


def test_a_reader_that_another_file_made_is_followed(survey_of: SurveyOf) -> None:
    base = "import environ\nenv = environ.Env()\nDEBUG = env.bool('DEBUG', False)\n"
    files = {"base.py": base, "app.py": "from base import *\nKEY = env('KEY')\n"}
    assert {each.name: each.is_required for each in variables(survey_of(files))} == {"DEBUG": False, "KEY": True}


def test_evidence_says_where_and_whether_it_has_a_default(survey_of: SurveyOf) -> None:
    claim = next(environment(survey_of({"app.py": 'import os\nA = os.environ["A"]\n'})))
    assert [(piece.path, piece.line, piece.reason) for piece in claim.evidence] == [
        ("app.py", 2, "A, without a default")
    ]
