"""What a job writes into its own folder, and what is said of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
FRAME = "import pandas as pd\nimport os, pathlib, joblib\n\nframe = pd.read_csv('data/in.csv')\nprint(frame)\n"
CLICK = "import click\n\n@click.command()\n@click.option('--to', default='out/scores.csv')\ndef main(to):\n"
WRITES = {
    "a table": ("frame.to_csv('output/summary.csv')", ["output"]),
    "a table in no folder": ("frame.to_parquet('summary.parquet')", ["summary.parquet"]),
    "a path that is put together": ("OUT = pathlib.Path('reports')\nframe.to_csv(OUT / 'a.csv')", ["reports"]),
    "beside the file": ("HERE = os.path.dirname(__file__)\nframe.to_csv(os.path.join(HERE, 'out', 'a.csv'))", ["out"]),
    "a picture": ("import matplotlib.pyplot as plt\nplt.savefig('plots/sales.png')", ["plots"]),
    "a model": ("joblib.dump(frame, 'models/forest.joblib')", ["models"]),
    "a file that is opened for it": ("with open('log/run.txt', 'w') as f:\n    f.write('x')", ["log"]),
    "a text by pathlib": ("pathlib.Path('out/a.txt').write_text('x')", ["out"]),
    "the default of an option": (
        f"{CLICK}    frame.to_csv(to)\n\nmain()",
        ["out"],
    ),
    "a folder once": ("frame.to_csv('out/a.csv')\nframe.to_csv('out/more/b.csv')", ["out"]),
}
QUIET = {
    "what is read": "pd.read_csv('data/b.csv')\nopen('data/c.txt').read()",
    "what is given back as text": "print(frame.to_csv())",
    "a path that nothing tells": "frame.to_csv(input())",
    "the machine's own folders": "frame.to_csv('/tmp/a.csv')",
    "beside the project": "frame.to_csv('../a.csv')",
    "an object that is saved, and no file": "frame.save()\nframe.save('name')",
    "folders that each run makes": "import hydra\nframe.to_csv('a.csv')",
}


def found(folder: Make, code: str) -> list[str]:
    root = folder({"main.py": f"{FRAME}{code}\n", "data/in.csv": "a\n1\n", "requirements.txt": "pandas\n"})
    return [each.path for each in pipeline.inspect(root).outside.results]


@pytest.mark.parametrize(("code", "expected"), WRITES.values(), ids=WRITES)
def test_what_a_job_writes_is_found(folder: Make, code: str, expected: list[str]) -> None:
    assert found(folder, code) == expected


@pytest.mark.parametrize("code", QUIET.values(), ids=QUIET)
def test_others_are_no_results(folder: Make, code: str) -> None:
    assert not found(folder, code)


def test_what_a_web_program_writes_is_not_what_it_is_run_for(folder: Make) -> None:
    app = "from flask import Flask\n\napp = Flask(__name__)\nopen('log/a.txt', 'w')\n"
    root = folder({"app.py": app, "requirements.txt": "flask\n"})
    assert not pipeline.inspect(root).outside.results


def test_the_user_is_told_how_to_get_it(folder: Make) -> None:
    root = folder(
        {"main.py": f"{FRAME}frame.to_csv('output/a.csv')\n", "data/in.csv": "a\n", "requirements.txt": "pandas\n"}
    )
    (note,) = [each for each in pipeline.generate(root).plan.notes if "stays in its container" in each.text]
    assert "output (main.py:6)" in note.text
    assert "docker run --name job IMAGE; docker cp job:/app/output .; docker rm job" in note.hint
