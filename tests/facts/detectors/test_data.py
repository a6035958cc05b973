"""The folders of data and the biggest files."""

from collections.abc import Callable

import pytest

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


NAMES_IT = {
    "its folder beside pathlib's slash": 'DATA = ROOT / "data"\n',
    "its folder in a call of join": 'import os\n\nFILE = os.path.join(ROOT, "data", name)\n',
    "a path in it whose end is made up": 'FILE = f"data/{name}.csv"\n',
    "a name for folders": 'DATA_DIR: str = "../data"\n',
    "one of its files": 'FILE = "x.csv"\n',
}
NAMES_IT_NOT = {
    "a key of an answer": 'print(answer["data"], dict(data=1))\n',
    "a comment": '# DATA_DIR = "data"\n',
    "another folder whose name ends so": 'FILE = "my-data/x.txt"\n',
    "another file whose name ends so": 'FILE = "max.csv"\n',
}


@pytest.mark.parametrize("text", NAMES_IT.values(), ids=NAMES_IT)
def test_a_folder_that_the_program_names(text: str, survey_of: SurveyOf) -> None:
    (folder,) = data_folders(survey_of({"app.py": text, "data/x.csv": "xx"}))
    assert folder.is_opened


@pytest.mark.parametrize("text", NAMES_IT_NOT.values(), ids=NAMES_IT_NOT)
def test_a_folder_that_the_program_does_not_name(text: str, survey_of: SurveyOf) -> None:
    (folder,) = data_folders(survey_of({"app.py": text, "data/x.csv": "xx"}))
    assert not folder.is_opened


def test_a_file_that_a_settings_file_names(survey_of: SurveyOf) -> None:
    files = {"app.py": "import yaml\n", "config.yml": "data_file: x.db\n", "pkg/datasets/x.db": "xx"}
    (folder,) = data_folders(survey_of(files))
    assert folder.is_opened


def test_only_files_that_weigh_something(survey_of: SurveyOf) -> None:
    found = biggest_files(survey_of({"a.bin": "x" * 1_000_000, "b.bin": "x"}))
    assert found == (("a.bin", 1_000_000),)
