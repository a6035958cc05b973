"""Limits and the day that the program's source tells by what it uses."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dockerize_ml.facts.finding.old_uses import old_uses
from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project
from dockerize_ml.resolve import outmoded as module
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.outmoded import outmoded
from dockerize_ml.resolve.releases import Release
from dockerize_ml.resolve.undeclared import program_texts
from dockerize_ml.resolve.uv import Clock, TimeUpError, Uv

Make = Callable[[dict[str, str]], Path]

SOURCE = (
    "import numpy as np\nimport pandas as pd\n\nx = np.float(1)\ny = np.NaN\ndf = pd.DataFrame()\ndf = df.append({})\n"
)
FIRST = {
    "numpy>=1.24": ("1.24.0", date(2022, 12, 18)),
    "pandas>=2": ("2.0.0", date(2023, 4, 3)),
}


def told(root: Path, versions: dict[str, str]) -> list[tuple[str, str, str]]:
    project = Project.open(root)
    uses = old_uses(program_texts(project, inspect(project)))
    found = outmoded(Uv(Clock.of(9)), uses, versions)
    return [(each.repair.new, str(each.repair.at), str(each.day)) for each in found]


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch) -> None:
    def releases(_: Uv, asks: list[Ask], *, lowest: bool) -> dict[str, Release]:
        assert lowest
        known = {each.name: FIRST[each.text] for each in asks}
        return {name: Release(name, version, day, frozenset(), "") for name, (version, day) in known.items()}

    monkeypatch.setattr(module, "releases", releases)


def test_each_package_has_its_lowest_limit_and_the_day_before_the_release_beyond(folder: Make) -> None:
    assert told(folder({"a.py": SOURCE}), {"numpy": "", "pandas": ">=1", "scipy": ""}) == [
        ("numpy<1.24", "a.py:4", "2022-12-17"),
        ("pandas<2", "a.py:7", "2023-04-02"),
    ]


def test_what_is_old_enough_has_none(folder: Make) -> None:
    assert told(folder({"a.py": SOURCE}), {"numpy": "1.23.5", "pandas": "3.1.1"}) == [
        ("pandas<2", "a.py:7", "2023-04-02")
    ]
    assert told(folder({"a.py": SOURCE}), {"numpy": "<1.20", "pandas": "~=1.3.0"}) == []
    assert told(folder({"b.py": "print(1)\n"}), {"numpy": ""}) == []


def test_nothing_is_told_where_the_time_is_over(folder: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(_: Uv, asks: list[Ask], *, lowest: bool) -> dict[str, Release]:
        raise TimeUpError

    monkeypatch.setattr(module, "releases", late)
    assert told(folder({"a.py": SOURCE}), {"numpy": ""}) == []
