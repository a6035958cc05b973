"""A workflow of Snakemake is run by `snakemake`, where its file lies."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

RULE = 'rule all:\n    input: "a.csv"\n    script: "scripts/a.py"\n'
STEP = "import pandas as pd\n\npd.read_csv(snakemake.input[0]).to_csv(snakemake.output[0])\n"
TOOL = "import argparse\n\nif __name__ == '__main__':\n    print(argparse.ArgumentParser().parse_args())\n"
APP = "from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.route('/')\ndef home():\n    return 'x'\n"
RUN = '"snakemake", "--snakefile", '
CASES = {
    "in the root": ({"Snakefile": RULE, "scripts/a.py": STEP}, RUN + '"Snakefile", "--cores", "all"]'),
    "in the folder for it": (
        {"workflow/Snakefile": RULE, "workflow/scripts/a.py": STEP},
        RUN + '"workflow/Snakefile", "--cores", "all"]',
    ),
    "before a script that the README does not start": (
        {"Snakefile": RULE, "scripts/a.py": STEP, "main.py": TOOL, "README.md": "    snakemake --cores 4\n"},
        RUN + '"Snakefile"',
    ),
    "not a test's": ({"tests/Snakefile": RULE, "main.py": TOOL}, '["python", "main.py"]'),
    "not before a server": ({"Snakefile": RULE, "app.py": APP}, '"app:app"]'),
}


@pytest.mark.parametrize("case", CASES)
def test_a_workflow_is_run(case: str, folder: Make) -> None:
    files, expected = CASES[case]

    made = pipeline.generate(folder({"requirements.txt": "snakemake\npandas\nflask\n", **files})).files.dockerfile

    assert expected in made


def test_the_workflow_of_a_folder_is_run_there(folder: Make) -> None:
    files = {"requirements.txt": "pandas\n", "analysis/Snakefile": RULE, "analysis/scripts/a.py": STEP}

    made = pipeline.generate(folder(files))

    assert "WORKDIR /app/analysis" in made.files.dockerfile
    assert any("snakemake is added" in note.text for note in made.plan.notes)
