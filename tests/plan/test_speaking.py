"""Comments in Spanish: every sentence of ours, and nothing of the project's."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plan import sentences

from dockerize_ml import pipeline
from dockerize_ml.dockerfile import parse
from dockerize_ml.knowledge.languages import in_language
from dockerize_ml.knowledge.table import rows
from dockerize_ml.plan.model import Plan

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
PROJECTS = sorted(path for path in (ROOT / "tests" / "projects").iterdir() if path.is_dir())
STARTED = [path for path in PROJECTS if not path.name.startswith(("library", "python2"))]

Make = Callable[[dict[str, str]], Path]


# English words that no Spanish sentence has, outside of quoted code.
ENGLISH = re.compile(
    r"\b(?:the|is|are|it|its|them|of|and|not|need|needs|with|which|that|than|from|by|was|to|for|as|be|have|only|first|"
    r"ask|asks|hold|holds|brings|because|nothing|where|what)\b",
    re.IGNORECASE,
)
# Sentences are put together from parts: in front of some stands their place, behind others.
FRAMES = (
    "{}",
    "app.py: {}",
    "a.yml: `a.yml` {}.",
    "a.toml: {}",
    "a, b: {} (a.txt:1)",
    "a: a.txt {} (a.txt:1)",
    "git: {} (a.txt:1)",
    "set by you{}",
    "Python: a {} (a.txt:1).",
    "{}; a fits Python up to 3.7",
)
# Regular expressions, names of cases, code for Python, what is told while the resolver works, and what only errors say.
UNSPOKEN = re.compile(
    r"\\[ds\[(\\S]|\(\?|\.\*|^, |^no (?:version|wheel)$|^is missing an upload date$|"
    r"it under its old name|^how sure$|^version https:|^tuple\[|"
    r"^(?:source code|a (?:virtual|conda) environment|bottle by hand|console script|package main|pyramid ini)$|"
    r"^plain application$|"
    r"^class WorkerSettings$|"
    r"secrets\.token_hex|^import django; |"
    r" is (?:required|imported)$|^The program is written for Python 2, which"
)


@pytest.mark.parametrize("folder", [*EXAMPLES, *STARTED], ids=lambda path: path.name)
def test_every_comment_and_note_is_translated(folder: Path) -> None:
    english, spanish = (pipeline.generate(folder, {"lang": lang, "weights": "build"}) for lang in ("en", "es"))
    assert [note.text for note in english.plan.notes if note in spanish.plan.notes] == []
    pairs = zip(said(english.plan), said(spanish.plan), strict=True)
    # What proves the version of Python is mostly a line of the project, quoted as it is.
    changed = [other for line, other in pairs if line != other or not line.startswith("Python: ")]
    notes = [line for note in spanish.plan.notes for line in (note.text, note.hint)]
    assert list(filter(is_english, (*changed, *notes))) == []
    assert list(filter(is_english, (in_language(note, "es") for note in spanish.inspection.notes))) == []


@pytest.mark.parametrize(("place", "text"), [*sentences.in_the_sources(), *sentences.in_the_tables()])
def test_no_sentence_is_forgotten(place: str, text: str) -> None:
    if not UNSPOKEN.search(text):
        framed = (frame.format(text) for frame in FRAMES)
        told = [other for line in framed if (other := in_language(line, "es")) != line]
        assert told, f"{place}: say {text!r} in knowledge/spanish.toml"
        assert not all(map(is_english, told)), f"{place}: {told}"


def test_the_sources_are_searched() -> None:
    """A sentence of each kind is found: a plain one, one with values, a part of one, one of a table."""
    found = {text for _, text in (*sentences.in_the_sources(), *sentences.in_the_tables())}
    assert "Listen on 0.0.0.0." in found
    assert f"{sentences.VALUE} is added: {sentences.VALUE}." in found
    assert "one of them changes" in found
    assert "matplotlib keeps its list of fonts" in found


def test_no_sentence_is_said_twice() -> None:
    said_in_english = [row.text("en") for row in rows("spanish", "text")]
    assert sorted(said_in_english) == sorted(set(said_in_english))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_instructions_are_the_same_in_every_language(folder: Path) -> None:
    english, spanish = (
        parse(pipeline.generate(folder, {"lang": lang}).files.dockerfile).instructions for lang in ("en", "es")
    )
    assert [each.body.text for each in english] == [each.body.text for each in spanish]


def is_english(line: str) -> bool:
    # What Python itself says of a file, and a comment of the project, are quoted as they are.
    return ENGLISH.search(re.sub(r"`[^`]*`|no es Python válido: .*|: # .*", "", line)) is not None


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
    "a reason that lends its sentence the full stop": (
        "uvicorn>=0.22 is added: It serves the program, and nothing asks for it.",
        "Se añade uvicorn>=0.22: Sirve el programa y nada lo pide.",
    ),
    "a sentence in a sentence, both of which could end it": (
        "30 packages, because requirements.txt:2 cannot be installed",
        "30 paquetes, porque lo que pide requirements.txt:2 no se puede instalar",
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
