"""Comments in Spanish: every sentence of ours, and nothing of the project's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.dockerfile import parse
from dockerize_ml.knowledge.languages import in_language
from dockerize_ml.plan.model import Plan

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
PROJECTS = sorted(path for path in (ROOT / "tests" / "projects").iterdir() if path.is_dir())
STARTED = [path for path in PROJECTS if "library" not in path.name][::4]

Make = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize("folder", [*EXAMPLES, *STARTED], ids=lambda path: path.name)
def test_every_comment_is_translated(folder: Path) -> None:
    english, spanish = (pipeline.generate(folder, {"lang": lang, "weights": "build"}).plan for lang in ("en", "es"))
    pairs = zip(said(english), said(spanish), strict=True)
    # What proves the version of Python is mostly a line of the project, quoted as it is.
    assert [line for line, other in pairs if line == other and not line.startswith("Python: ")] == []


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_instructions_are_the_same_in_every_language(folder: Path) -> None:
    english, spanish = (
        parse(pipeline.generate(folder, {"lang": lang}).files.dockerfile).instructions for lang in ("en", "es")
    )
    assert [each.body.text for each in english] == [each.body.text for each in spanish]


def said(plan: Plan) -> list[str]:
    titles = [
        line for stage in plan.stages for line in (stage.title, *(why for step in stage.steps for why in step.why))
    ]
    return [*plan.header, *titles, plan.ignore_header, *(group.why for group in plan.ignore)]


TRANSLATED = {
    "a sentence with its place": ("Port 5000 (app.py:30).", "Puerto 5000 (app.py:30)."),
    "its doubt": ("Port 5000 (app.py) (a guess).", "Puerto 5000 (app.py) (una suposición)."),
    "a reason in a reason": (
        "Python: 3.12 is the default; the required packages fit it.",
        "Python: 3.12 es la versión por omisión; los paquetes requeridos encajan con ella.",
    ),
    "a line of the project is quoted": (
        "Python: requires-python = '>=3.12' (uv.lock:2).",
        "Python: requires-python = '>=3.12' (uv.lock:2).",
    ),
    "an enumeration": (
        "a.txt, b.txt and c.txt first: the installed packages stay cached until one of them changes.",
        "Primero a.txt, b.txt y c.txt: los paquetes instalados quedan en caché hasta que alguno cambie.",
    ),
    "a special sentence before a general one": (
        "libgl1, libglib2.0-0: opencv-python needs them (requirements.txt:2)",
        "libgl1, libglib2.0-0: los necesita opencv-python (requirements.txt:2)",
    ),
}


@pytest.mark.parametrize(("english", "spanish"), TRANSLATED.values(), ids=TRANSLATED.keys())
def test_what_is_said(english: str, spanish: str) -> None:
    assert in_language(english, "es") == spanish


def test_a_kept_line_stays_when_the_language_changes(folder: Make) -> None:
    root = folder({"app.py": "from flask import Flask\napp = Flask(__name__)\n", ".dockerignore": "mine\n"})
    for language in ("es", "en", "es"):
        text = pipeline.generate(root, {"lang": language}).files.dockerignore
        (root / ".dockerignore").write_text(text)
        assert text.splitlines()[-1] == "mine"
        assert text.count("mine") == 1
