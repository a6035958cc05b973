"""The build runs what makes what the folder does not hold."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = (
    "import joblib\nfrom flask import Flask\n\napp = Flask(__name__)\nmodel = joblib.load('ml/model.joblib')\n\n\n"
    "@app.route('/')\ndef home():\n    return 'ok'\n"
)
TRAIN = "import joblib\nfrom shared.words import WORDS\n\njoblib.dump(WORDS, 'model.joblib')\n"
FILES = {
    "app.py": APP,
    "ml/train.py": TRAIN,
    "ml/shared/words.py": "WORDS = 1\n",
    "requirements.txt": "flask\njoblib\n",
}


def test_the_image_runs_it_behind_the_source_in_its_folder(folder: Make) -> None:
    text = pipeline.generate(folder(FILES)).files.dockerfile
    told = "# Makes ml/model.joblib (ml/train.py:4): it is opened, and the folder has none."
    assert told in text
    assert text.index("COPY --chown=10001:10001 . /app/") < text.index("RUN env --chdir=/app/ml python train.py")
    assert [finding.code for finding in pipeline.lint(text)] == []


def test_the_user_hears_of_it_instead_of_the_missing_file(folder: Make) -> None:
    notes = [note.text for note in pipeline.generate(folder(FILES)).plan.notes]
    assert "ml/model.joblib is not in the folder: ml/train.py makes it when the image is built." in notes
    assert not any("is opened (app.py" in text for text in notes)


def test_who_wants_nothing_made_hears_of_the_file(folder: Make) -> None:
    made = pipeline.generate(folder(FILES), {"weights": "run"})
    assert "train.py" not in made.files.dockerfile
    assert any("ml/model.joblib is opened (app.py:5)" in note.text for note in made.plan.notes)


def test_imports_from_another_folder_are_on_its_path(folder: Make) -> None:
    files = {**FILES, "ml/train.py": TRAIN.replace("shared", "lib.words").replace("model.", "ml/model.")}
    files["ml/train.py"] = "import joblib\nfrom core.words import WORDS\n\njoblib.dump(WORDS, 'ml/model.joblib')\n"
    text = pipeline.generate(folder({**files, "src/core/words.py": "WORDS = 1\n"})).files.dockerfile
    assert "RUN PYTHONPATH=/app/src python ml/train.py" in text
