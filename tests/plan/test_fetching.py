"""Weights fetched when the image is built, without a token in it."""

import ast
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

CODE = """\
from flask import Flask
from sentence_transformers import SentenceTransformer
import whisper

app = Flask(__name__)
model = SentenceTransformer('all-MiniLM-L6-v2')
ears = whisper.load_model('base')
"""


def made(root: Path, **settings: object) -> pipeline.Generated:
    return pipeline.generate(root, settings)


def test_the_same_calls_fill_the_same_caches(folder: Make) -> None:
    text = made(folder({"app.py": CODE, "requirements.txt": "flask\n"}), weights="build").files.dockerfile
    assert "from sentence_transformers import SentenceTransformer; SentenceTransformer(" in text
    assert "from whisper import load_model; load_model(" in text
    assert text.index("HF_HOME=") < text.index("USER 10001") < text.index("load_model(") < text.index("COPY --chown")


def test_the_token_is_a_secret_of_the_build(folder: Make) -> None:
    text = made(folder({"app.py": CODE, "requirements.txt": "flask\n"}), weights="build").files.dockerfile
    assert "--mount=type=secret,id=hf_token,uid=10001" in text
    assert "HF_TOKEN_PATH=/run/secrets/hf_token python -c" in text


def test_a_mirror_can_be_named_when_the_image_is_built(folder: Make) -> None:
    text = made(folder({"app.py": CODE, "requirements.txt": "flask\n"}), weights="build").files.dockerfile
    assert text.index("USER 10001") < text.index("\nARG HF_ENDPOINT\n") < text.index("SentenceTransformer(")
    assert text.count("ARG ") == 1


def test_a_volume_is_spoken_of_only_where_the_running_program_fetches(folder: Make) -> None:
    root = folder({"app.py": CODE, "requirements.txt": "flask\n"})
    (told,) = [line for line in made(root).files.dockerfile.splitlines() if line.startswith("# HF_HOME: ")]
    assert told.endswith("(app.py:6); a volume on /home/app/.cache keeps them between runs.")
    built = made(root, weights="build").files.dockerfile
    (told,) = [line for line in built.splitlines() if line.startswith("# HF_HOME: ")]
    assert told.endswith("(app.py:6), when the image is built.")


def test_otherwise_the_running_program_fetches_them_and_its_owner_hears_how_to_change_that(folder: Make) -> None:
    generated = made(folder({"app.py": CODE, "requirements.txt": "flask\n"}))
    assert "--mount=type=secret" not in generated.files.dockerfile
    assert any("--weights build" in note.hint for note in generated.plan.notes)


def test_a_name_cannot_leave_its_quotes(folder: Make) -> None:
    name = "x'); import os; os.abort(); ('"
    code = CODE.replace("'base'", repr(name))
    text = made(folder({"app.py": code, "requirements.txt": "flask\n"}), weights="build").files.dockerfile
    (line,) = [line for line in text.splitlines() if "load_model(" in line]
    program = shlex.split(line)[-1]
    imported, called = ast.parse(program).body
    assert isinstance(imported, ast.ImportFrom)
    assert isinstance(called, ast.Expr)
    assert isinstance(called.value, ast.Call)
    assert ast.literal_eval(called.value.args[0]) == name


LANGUAGE = """\
import nltk
import spacy
from flask import Flask
from nltk.corpus import stopwords
from nltk.tokenize import word_tokenize

nlp = spacy.load("en_core_web_sm")
STOP = set(stopwords.words("english"))
app = Flask(__name__)
nltk.download("vader_lexicon")


@app.get("/")
def index():
    return " ".join(word_tokenize("a b"))
"""
PINS = "flask==3.1.2\nspacy==3.7.5\nnltk==3.9.1\n"
WHEN = {
    "what it cannot start without": ({}, ["en_core_web_sm-3.7.1", "stopwords"]),
    "all": ({"weights": "build"}, ["en_core_web_sm-3.7.1", "vader_lexicon", "stopwords", "punkt_tab"]),
    "nothing": ({"weights": "run"}, []),
}


@pytest.mark.parametrize(("settings", "names"), WHEN.values(), ids=WHEN.keys())
def test_what_a_program_cannot_start_without_is_fetched_unless_told_otherwise(
    folder: Make, settings: dict[str, object], names: list[str]
) -> None:
    generated = made(folder({"app.py": LANGUAGE, "requirements.txt": PINS}), **settings)
    text = generated.files.dockerfile
    asked = [line for line in text.splitlines() if "spacy-models" in line or "from nltk import download" in line]
    assert [
        name for name in ("en_core_web_sm-3.7.1", "vader_lexicon", "stopwords", "punkt_tab") if name in " ".join(asked)
    ] == names
    assert len(asked) == len(names)
    assert all("raise_on_error=True" in line for line in asked if "nltk" in line)
    told = {note.text.partition(" ")[0] for note in generated.plan.notes}
    assert {"en_core_web_sm", "stopwords", "punkt_tab"} <= told


def test_a_model_is_installed_before_the_user_comes_who_may_not_write_there(folder: Make) -> None:
    text = made(folder({"app.py": LANGUAGE, "requirements.txt": PINS})).files.dockerfile
    assert text.index("COPY requirements.txt") < text.index("explosion/spacy-models") < text.index("USER 10001")
    assert text.index("USER 10001") < text.index('download("stopwords"')
    assert text.count("# uv installs what pip installs") == 1


def test_the_folder_of_nltk_is_there_or_it_would_not_be_used(folder: Make) -> None:
    text = made(folder({"app.py": LANGUAGE, "requirements.txt": PINS}), weights="run").files.dockerfile
    (line,) = [line for line in text.splitlines() if "install --directory --owner app" in line]
    assert line.endswith(" /home/app/.cache /home/app/.cache/nltk_data")
