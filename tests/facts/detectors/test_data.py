"""The folders of data and the biggest files."""

from collections.abc import Callable

from dockerize_ml.facts.detectors.data import biggest_files, data_folders
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]


def test_folders_the_biggest_first(survey_of: SurveyOf) -> None:
    files = {
        "app.py": 'import pandas as pd\nd = pd.read_csv("data/a/x.csv")\n',
        "data/a/x.csv": "xx",
        "data/readme.md": "not data",
        "src/datasets/y.parquet": "xxxxx",
        "src/datasets/loader.py": "x = 1\n",
    }
    found = data_folders(survey_of(files))
    assert [(folder.path, folder.files, folder.bytes, folder.is_opened) for folder in found] == [
        ("src/datasets", 1, 5, False),
        ("data", 1, 2, True),
    ]


def test_only_files_that_weigh_something(survey_of: SurveyOf) -> None:
    found = biggest_files(survey_of({"a.bin": "x" * 1_000_000, "b.bin": "x"}))
    assert found == (("a.bin", 1_000_000),)
