"""A model that takes a function from the file that wrote it is loaded where that file, or one like it, is run."""

import pickle
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = (
    "import joblib\nfrom flask import Flask\n\napp = Flask(__name__)\n\n\n"
    "def tokenize(text):\n    return text.split()\n\n\n"
    "model = joblib.load('model.pkl')\n\n\ndef main():\n    app.run(port=3001)\n\n\n"
    "if __name__ == '__main__':\n    main()\n"
)


def tokenize(text: str) -> list[str]:
    """What the model was trained with."""
    return text.split()


def started(folder: Make, app: str, model: bytes) -> str | None:
    root = folder({"app.py": app, "requirements.txt": "flask\njoblib\n"})
    (root / "model.pkl").write_bytes(model)
    return pipeline.inspect(root).facts.entrypoint.value


@pytest.fixture
def of_main(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], bytes]:
    """The function as a script would pickle it that is run, by the number of the protocol."""
    monkeypatch.setattr(tokenize, "__module__", "__main__")
    monkeypatch.setattr(sys.modules["__main__"], "tokenize", tokenize, raising=False)
    return lambda protocol: pickle.dumps({"steps": [tokenize], "again": tokenize}, protocol=protocol)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_the_file_is_run_that_has_the_function(protocol: int, folder: Make, of_main: Callable[[int], bytes]) -> None:
    assert started(folder, APP, of_main(protocol)) == "app.py"


def test_compressed_as_well(folder: Make, of_main: Callable[[int], bytes]) -> None:
    assert started(folder, APP, zlib.compress(of_main(4))) == "app.py"


def test_a_server_imports_it_where_it_has_no_such_function(folder: Make, of_main: Callable[[int], bytes]) -> None:
    assert started(folder, APP.replace("def tokenize", "def split"), of_main(4)) == "app:app"


def test_a_server_imports_it_where_the_model_takes_it_from_a_module(folder: Make) -> None:
    assert started(folder, APP, pickle.dumps(zlib.compress, protocol=4)) == "app:app"
