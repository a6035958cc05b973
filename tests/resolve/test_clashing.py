"""Packages of a set that import from each other what is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.rot.corpus import copied, corpus

from dockerize_ml import pipeline
from dockerize_ml.resolve.clashing import Clash, clashes
from dockerize_ml.resolve.history import Symbol
from dockerize_ml.resolve.loaded import unpacked
from dockerize_ml.resolve.model import Locked
from dockerize_ml.resolve.resolve import Wish
from dockerize_ml.resolve.uv import Clock, Uv

Sdist = Callable[..., Path]


def found(*names: str) -> tuple[Locked, ...]:
    return tuple(Locked(name, "1.0", f"{name}==1.0", (), ()) for name in names)


def between(sdist: Sdist, above: str, base: dict[str, str]) -> list[Clash]:
    sdist("above", "1.0", {"above/__init__.py": "from . import core\n", "above/core.py": above})
    sdist("base", "1.0", base)
    with unpacked(Uv(Clock.of(60)), found("above", "base"), "3.11") as sources:
        return list(clashes(sources, sources.loaded(["above"])))


BASE = {"base/__init__.py": "from .tools import new_name\n", "base/tools.py": "def new_name():\n    pass\n"}


@pytest.mark.parametrize(
    ("above", "symbol"),
    [
        ("from base import old_name\n", Symbol("base", "old_name")),
        ("from base.tools import old_name, new_name\n", Symbol("base.tools", "old_name")),
        ("import base.helpers\n", Symbol("base.helpers")),
        ("from base.helpers import new_name\n", Symbol("base.helpers", "new_name")),
    ],
)
def test_what_the_other_one_lacks_is_found(above: str, symbol: Symbol, sdist: Sdist) -> None:
    (clash,) = between(sdist, above, BASE)
    assert (clash.package.name, clash.symbol, clash.wanted_by.name) == ("base", symbol, "above")
    assert clash.reason.startswith("above==1.0 imports `base.")
    assert clash.reason.endswith("`, which 1.0 does not have.")


@pytest.mark.parametrize(
    "above",
    [
        "from base import new_name, tools\n",
        "import base.tools as tools\n",
        "try:\n    from base import old_name\nexcept ImportError:\n    old_name = None\n",
        "def later():\n    from base import old_name\n",
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from base import old_name\n",
        "V2 = True\nBASE_V2 = V2\nif BASE_V2:\n    pass\nelse:\n    from base import old_name\n",
        "import base\nif base.__version__ < '2':\n    from base import old_name\n",
        "HAS_OLD = False\nif HAS_OLD:\n    from base import old_name\n",
        "from elsewhere import old_name\n",
        "from base import *\n",
    ],
)
def test_what_is_there_or_can_be_done_without_is_not(above: str, sdist: Sdist) -> None:
    assert not between(sdist, above, BASE)


@pytest.mark.parametrize(
    "base",
    [
        "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n",
        "from .tools import *\n",
        "def __getattr__(name):\n    return {'old_name': 1}[name]\n",
        "import sys\n\nsys.modules[__name__] = object()\n",
    ],
)
def test_a_package_whose_names_cannot_be_known_lacks_none(base: str, sdist: Sdist) -> None:
    assert not between(sdist, "from base import old_name\n", {"base/__init__.py": base})


@pytest.mark.network
def test_the_newest_version_that_has_it_is_taken(tmp_path: Path) -> None:
    (project,) = corpus(["restplus_2021_new_werkzeug"])
    lock = pipeline.lock(copied(project, tmp_path), {}, Wish()).lock
    assert lock is not None
    assert int(next(each.version for each in lock.packages if each.name == "werkzeug").partition(".")[0]) < 1
    assert any(each.name == "werkzeug" and "`werkzeug.cached_property`" in each.reason for each in lock.repairs)
