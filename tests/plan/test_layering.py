"""Big models and caches: layers and folders of their own, only where there is a use for them."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

APP = "import joblib\nfrom flask import Flask\n\napp = Flask(__name__)\nmodel = joblib.load('models/big.joblib')\n"


def dockerfile(root: Path) -> str:
    return pipeline.generate(root).files.dockerfile


def with_model(folder: Make, size: int) -> Path:
    root = folder({"app.py": APP, "requirements.txt": "flask\njoblib\n", "models/big.joblib": ""})
    with (root / "models" / "big.joblib").open("wb") as file:
        file.truncate(size)
    return root


def test_a_big_model_is_in_one_layer_only(folder: Make) -> None:
    text = dockerfile(with_model(folder, 25_000_000))
    assert "RUN rm -r ./models/big.joblib" in text
    model = text.index("COPY --chown=10001:10001 models/big.joblib /app/models/")
    assert "models/big.joblib, 25 MB, in a layer of its own" in text
    assert model < text.index("COPY --from=source --chown=10001:10001 /app/ /app/")


def test_a_small_model_is_not_worth_a_stage(folder: Make) -> None:
    text = dockerfile(with_model(folder, 2_000_000))
    assert "AS source" not in text
    assert "COPY --chown=10001:10001 . /app/" in text


def test_a_cache_is_moved_where_somebody_writes_to_it(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "requirements.txt": "flask\njoblib\nmatplotlib\n"}))
    assert "# MPLCONFIGDIR: matplotlib keeps its list of fonts (requirements.txt:3)" in text
    assert "ENV MPLCONFIGDIR=/tmp/matplotlib" in text


def test_what_is_fetched_can_be_kept_on_a_volume(folder: Make) -> None:
    code = APP + "from transformers import AutoModel\nbert = AutoModel.from_pretrained('bert-base-uncased')\n"
    text = dockerfile(folder({"app.py": code, "requirements.txt": "flask\ntransformers\n"}))
    assert "ENV HF_HOME=/home/app/.cache/huggingface" in text
    assert "--group app /app /home/app/.cache" in text


def test_nobody_writes_nothing_is_set(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "requirements.txt": "flask\njoblib\n"}))
    assert ".cache" not in text
    assert "MPLCONFIGDIR" not in text


def test_a_variable_that_the_user_set_stays(folder: Make) -> None:
    settings = '[env]\nMPLCONFIGDIR = "/data/fonts"\n'
    files = {"app.py": APP, "requirements.txt": "flask\nmatplotlib\n", "dockerize-ml.toml": settings}
    assert dockerfile(folder(files)).count("MPLCONFIGDIR") == 1
