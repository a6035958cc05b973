"""Scripts that make what the program opens and the folder does not hold."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = (
    "import pickle\nfrom flask import Flask\n\napp = Flask(__name__)\n"
    "model = pickle.load(open('model.pkl', 'rb'))\n\n\n"
    "@app.route('/')\ndef home():\n    return 'ok'\n"
)
DUMP = "import pickle\nimport pandas as pd\n\n{read}\npickle.dump(frame, open('model.pkl', 'wb'))\n"
TRAIN = DUMP.format(read="frame = pd.read_csv('data.csv')")
ROWS = {"data.csv": "a\n1\n", "requirements.txt": "flask\npandas\n"}
# What lies beside app.py → the words of what has to run, each with its folder.
FOUND: dict[str, tuple[dict[str, str], list[tuple[str, ...]]]] = {
    "a script beside it": ({"train.py": TRAIN}, [(".", "train.py")]),
    "one in a function": (
        {"train.py": "import pickle\n\n\ndef main():\n    pickle.dump(1, open('model.pkl', 'wb'))\n\n\nmain()\n"},
        [(".", "train.py")],
    ),
    "one in a folder, started from the root": ({"ml/train.py": TRAIN}, [(".", "ml/train.py")]),
    "one that is started in its own folder": (
        {"ml/train.py": TRAIN.replace("'model.pkl'", "'../model.pkl'").replace("data.csv", "../data.csv")},
        [("ml", "train.py")],
    ),
    "what it works on is made as well": (
        {
            "train.py": TRAIN.replace("data.csv", "clean.csv"),
            "clean.py": "import pandas as pd\n\npd.read_csv('data.csv').to_csv('clean.csv')\n",
        },
        [(".", "clean.py"), (".", "train.py")],
    ),
    "a made data set": (
        {"train.py": DUMP.format(read="from sklearn.datasets import load_iris\n\nframe = load_iris()")},
        [(".", "train.py")],
    ),
    "words that the project gives": (
        {
            "train.py": "import sys\n" + TRAIN.replace("'data.csv'", "sys.argv[1]"),
            "run.sh": "python train.py data.csv\npython app.py\n",
        },
        [(".", "train.py", "data.csv")],
    ),
    "a part of a package": (
        {"shop/__init__.py": "", "shop/rows.py": "", "shop/train.py": f"from .rows import *\n{TRAIN}"},
        [(".", "-m", "shop.train")],
    ),
    "a tool and a script": ({"tools/train.py": TRAIN, "train.py": TRAIN}, [(".", "train.py")]),
    "a model that is a folder": (
        {
            "app.py": APP.replace("pickle.load(open('model.pkl', 'rb'))", "spacy.load('model')").replace(
                "import pickle", "import spacy"
            ),
            "train.py": "import argparse\nfrom pathlib import Path\nimport spacy\n\n\ndef main(output):\n"
            "    nlp = spacy.blank('en')\n    output = Path(output)\n    nlp.to_disk(output)\n\n\n"
            "if __name__ == '__main__':\n    parser = argparse.ArgumentParser()\n"
            "    parser.add_argument('--output', default='model')\n    main(parser.parse_args().output)\n",
        },
        [(".", "train.py")],
    ),
    "a model of old scikit-learn": (
        {
            "train.py": "from sklearn.externals import joblib\n\njoblib.dump(1, 'model.pkl')\n",
            "requirements.txt": "flask\nscikit-learn==0.20.4\n",
        },
        [(".", "train.py")],
    ),
    "a model that a package is": (
        {"app.py": APP.replace("pickle.load(open('model.pkl', 'rb'))", "spacy.load('en_core_web_sm')")},
        [],
    ),
    "nothing": ({}, []),
    "another file": ({"train.py": TRAIN.replace("model.pkl", "other.pkl")}, []),
    "it lacks something itself": ({"train.py": TRAIN.replace("data.csv", "more.csv")}, []),
    "it asks for words": (
        {
            "train.py": "import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument('--data', "
            f"required=True)\nparser.parse_args()\n{TRAIN}"
        },
        [],
    ),
    "it reads from an address": ({"train.py": TRAIN.replace("data.csv", "https://example.org/data.csv")}, []),
    "it fetches a data set": (
        {"train.py": DUMP.format(read="from keras.datasets import mnist\n\nframe = mnist.load_data()")},
        [],
    ),
    "it goes on for ever": ({"train.py": f"{TRAIN}\nwhile True:\n    print('again')\n"}, []),
    "a test": ({"tests/train.py": TRAIN}, []),
    "a notebook": ({"train.ipynb": "{}"}, []),
    "a function that nobody calls": (
        {"train.py": "import pickle\n\n\ndef main():\n    pickle.dump(1, open('model.pkl', 'wb'))\n"},
        [],
    ),
}


@pytest.mark.parametrize(("files", "expected"), FOUND.values(), ids=FOUND)
def test_what_makes_the_missing_file_is_found(
    folder: Make, files: dict[str, str], expected: list[tuple[str, ...]]
) -> None:
    found = pipeline.inspect(folder({"app.py": APP, **ROWS, **files})).outside.makers
    assert [(each.workdir, *each.words) for each in found] == expected


def test_nothing_is_made_that_is_there(folder: Make) -> None:
    assert not pipeline.inspect(folder({"app.py": APP, "train.py": TRAIN, "model.pkl": "x", **ROWS})).outside.makers


def test_nothing_is_made_that_the_program_makes_itself(folder: Make) -> None:
    app = APP.replace("model =", "pickle.dump(1, open('model.pkl', 'wb'))\nmodel =")
    assert not pipeline.inspect(folder({"app.py": app, "train.py": TRAIN, **ROWS})).outside.makers


def test_what_it_imports_is_installed_and_what_it_reads_is_kept(folder: Make) -> None:
    train = TRAIN.replace("import pandas as pd", "import lightgbm\nimport pandas as pd")
    made = pipeline.generate(folder({"app.py": APP, "train.py": train, **ROWS, ".dockerignore": "*.csv\n"}))
    assert "libgomp1" in made.files.dockerfile
    assert any("data.csv" in note.text for note in made.plan.notes)
