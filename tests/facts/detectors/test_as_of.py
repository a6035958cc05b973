"""As of when a project worked, from what its files tell."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from dockerize_ml.facts.detectors.as_of import as_of
from dockerize_ml.facts.survey import Survey

Make = Callable[[dict[str, str]], Survey]
LATELY = (datetime.now(UTC) - timedelta(days=30)).date().isoformat()

TELLS = {
    "a notebook that Colab ran": (
        {"a.ipynb": '{"cells": [{"metadata": {"executionInfo": {"timestamp": 1620000000000}}}]}'},
        "2021-05-03",
    ),
    "a notebook that papermill ran": (
        {"a.ipynb": '{"metadata": {"papermill": {"end_time": "2020-02-01T10:00:00.5"}}}'},
        "2020-02-01",
    ),
    "the newest entry of a changelog": (
        {"CHANGELOG.md": "## 0.2 (2022-03-04)\n* new\n## 0.1 - 2021-01-01\n"},
        "2022-03-04",
    ),
    "what Spyder wrote above the program": (
        {"app.py": '# -*- coding: utf-8 -*-\n"""\nCreated on Sat Mar 14 21:34:27 2020\n\n@author: me\n"""\n'},
        "2020-03-14",
    ),
    "a date in the head": ({"app.py": "# Date: 2021/04/05\n"}, "2021-04-05"),
    "the licence's year, which is over": ({"LICENSE": "MIT License\n\nCopyright (c) 2019 Me\n"}, "2019-12-31"),
    "a lock": ({"uv.lock": 'wheels = [{ url = "x", upload-time = 2023-01-02T03:04:05Z }]\n'}, "2023-01-02"),
    "a Python that came after the licence's year": (
        {"LICENSE": "Copyright (c) 2020 Me\n", ".python-version": "3.12\n"},
        "2024-03-30",
    ),
    "a licence of a year in which its Python was there": (
        {"LICENSE": "Copyright (c) 2021 Me\n", ".python-version": "3.9\n"},
        "2021-12-31",
    ),
    "a notebook rather than a licence": (
        {"LICENSE": "Copyright (c) 2018 Me\n", "a.ipynb": '{"end_time": "2020-02-01T10:00:00"}'},
        "2020-02-01",
    ),
}


@pytest.mark.parametrize(("files", "day"), TELLS.values(), ids=TELLS.keys())
def test_the_day_that_is_told(files: dict[str, str], day: str, survey_of: Make) -> None:
    first = next(iter(as_of(survey_of(files))))
    assert first.value == day
    assert first.evidence[0].path in files


TELLS_NOTHING = {
    "no date anywhere": {"app.py": "print()\n"},
    "a date that is still to come": {"CHANGELOG.md": "## 0.2 (2099-01-01)\n"},
    "a day that there is none of": {"CHANGELOG.md": "## 0.2 (2021-02-31)\n"},
    "a version that looks like a date": {"CHANGELOG.md": "## 2021.01.02.3\n"},
    "a date in the middle of a program": {"app.py": "x = 1\n" * 1000 + "# Date: 2021-04-05\n"},
    "data": {"data.csv": "2021-04-05,1\n"},
}


@pytest.mark.parametrize("files", TELLS_NOTHING.values(), ids=TELLS_NOTHING.keys())
def test_what_tells_nothing(files: dict[str, str], survey_of: Make) -> None:
    assert [claim.value for claim in as_of(survey_of(files))] == [None]


def test_what_was_changed_lately_means_the_versions_of_today(survey_of: Make) -> None:
    (claim,) = as_of(survey_of({"CHANGELOG.md": f"## 0.2 ({LATELY})\n## 0.1 (2020-01-01)\n"}))
    assert claim.value is None
    assert LATELY in claim.evidence[0].reason
