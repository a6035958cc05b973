"""The model files of a project, and those that are missing."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.models import models
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"

FINDS: dict[str, tuple[dict[str, str], list[str]]] = {
    "joblib": ({"app.py": 'import joblib\nm = joblib.load("a.dat")\n', "a.dat": "x"}, ["a.dat"]),
    "pickle through open": ({"app.py": 'import pickle\nm = pickle.load(open("a.p", "rb"))\n', "a.p": "x"}, ["a.p"]),
    "pickle through with": (
        {"app.py": 'import pickle\nwith open("a.p", "rb") as f:\n    m = pickle.load(f)\n', "a.p": "x"},
        ["a.p"],
    ),
    "beside the file": (
        {"src/app.py": "import joblib as j\nfrom pathlib import Path\nm = j.load(Path(__file__).parent / 'm/a.pkl')\n",
         "src/m/a.pkl": "x"},
        ["src/m/a.pkl"],
    ),
    "Keras": (
        {"app.py": 'from tensorflow.keras.models import load_model\nm = load_model("net.h5")\n', "net.h5": "x"},
        ["net.h5"],
    ),
    "a folder": (
        {"app.py": 'import mlflow\nm = mlflow.pyfunc.load_model("models/churn")\n', "models/churn/MLmodel": "x"},
        ["models/churn"],
    ),
    "a suffix that only models have": ({"app.py": "import torch\n", "x/y.safetensors": "x"}, ["x/y.safetensors"]),
    "a pickle among models": ({"app.py": "import torch\n", "saved_models/v1.pkl": "x"}, ["saved_models/v1.pkl"]),
    "a pickle named like a model": ({"app.py": "import torch\n", "rf_classifier.pkl": "x"}, ["rf_classifier.pkl"]),
    "a pickle that the source names": (
        {"app.py": 'FILES = ["weird.pkl"]\n', "assets_of_mine/weird.pkl": "x"},
        ["assets_of_mine/weird.pkl"],
    ),
    "a pickle of data": ({"app.py": "import torch\n", "data/frame.pkl": "x"}, []),
    "a table": ({"app.py": 'import pandas as pd\nd = pd.read_csv("a.csv")\n', "a.csv": "x"}, []),
    "a test's model": ({"app.py": "import torch\n", "tests/fixtures/a.onnx": "x"}, []),
    "a hub's name": ({"app.py": 'import whisper\nm = whisper.load_model("base")\n'}, []),
    "a file that is not there": ({"app.py": 'import joblib\nm = joblib.load("a.pkl")\n'}, []),
}  # fmt: skip


@pytest.mark.parametrize("case", FINDS)
def test_finds(case: str, survey_of: SurveyOf) -> None:
    files, expected = FINDS[case]
    assert list(_claimed(survey_of(files))) == expected


def test_a_missing_model_is_told(survey_of: SurveyOf) -> None:
    claim = next(models(survey_of({"app.py": 'import joblib\nm = joblib.load("a.pkl")\n'})))
    assert [(piece.line, piece.reason) for piece in claim.evidence] == [
        (2, "opens `a.pkl`, which is not in the project")
    ]


def test_the_size_of_a_small_model_is_told_in_its_own_unit(survey_of: SurveyOf) -> None:
    claim = next(models(survey_of({"app.py": "import joblib\n", "models/forest.joblib": "x" * 26_900})))
    assert "26.9 kB" in claim.evidence[0].reason


def test_a_pointer_of_git_lfs_is_told(survey_of: SurveyOf) -> None:
    claim = next(models(survey_of({"app.py": "import onnx\n", "net.onnx": POINTER})))
    assert "Git LFS" in claim.evidence[0].reason


def _claimed(survey: Survey) -> tuple[str, ...]:
    value = next(models(survey)).value
    assert isinstance(value, tuple)
    return value
