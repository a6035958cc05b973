"""What a program fetches over the network when it runs."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.weights import downloads
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]

FETCHES: dict[str, tuple[str, list[str]]] = {
    "transformers": ('from transformers import AutoModel\nm = AutoModel.from_pretrained("bert-base")\n', ["bert-base"]),
    "a pipeline's model": ('from transformers import pipeline\np = pipeline("ner", model="me/ner")\n', ["me/ner"]),
    "sentence-transformers": (
        'from sentence_transformers import SentenceTransformer\nNAME = "all-MiniLM"\nm = SentenceTransformer(NAME)\n',
        ["all-MiniLM"],
    ),
    "the hub itself": ('from huggingface_hub import hf_hub_download\nf = hf_hub_download(repo_id="a/b")\n', ["a/b"]),
    "NLTK": ('import nltk\nnltk.download("punkt")\n', ["punkt"]),
    "whisper": ('import whisper\nm = whisper.load_model("base")\n', ["base"]),
    "torchvision with weights": (
        'from torchvision import models\nm = models.resnet18(weights="DEFAULT")\n',
        [""],
    ),
    "torchvision without": ("from torchvision import models\nm = models.resnet18(weights=None)\n", []),
    "Keras's applications": (
        'from tensorflow.keras.applications import ResNet50\nm = ResNet50(weights="imagenet")\n',
        ["imagenet"],
    ),
    "a folder of the project": ('from transformers import AutoModel\nm = AutoModel.from_pretrained("local")\n', []),
    "a relative path": ('from transformers import AutoModel\nm = AutoModel.from_pretrained("./out")\n', []),
    "only local files": (
        'from transformers import AutoModel\nm = AutoModel.from_pretrained("bert", local_files_only=True)\n',
        [],
    ),
}


@pytest.mark.parametrize("case", FETCHES)
def test_fetches(case: str, survey_of: SurveyOf) -> None:
    source, expected = FETCHES[case]
    found = downloads(survey_of({"app.py": source, "local/config.json": "{}"}))
    assert [download.name for download in found] == expected
