"""Packages of a set that import what nobody asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.loaded import unpacked
from dockerize_ml.resolve.model import Locked
from dockerize_ml.resolve.resolve import Wish
from dockerize_ml.resolve.unasked import unasked
from dockerize_ml.resolve.uv import Clock, Uv

Sdist = Callable[..., Path]
Make = Callable[[dict[str, str]], Path]


def wanted(sdist: Sdist, core: str, *others: str) -> list[tuple[str, str]]:
    sdist("above", "1.0", {"above/__init__.py": "from . import core\n", "above/core.py": core})
    found = tuple(Locked(name, "1.0", f"{name}==1.0", (), ()) for name in ("above", *others))
    with unpacked(Uv(Clock.of(60)), found, "3.11") as sources:
        return [(each.distribution, each.reason) for each in unasked(sources, sources.loaded(["above"]))]


@pytest.mark.parametrize(
    ("core", "distribution"),
    [
        ("import pandas as pd\n", "pandas"),
        ("from pandas.api import types\n", "pandas"),
        ("import os\nimport yaml\n", "pyyaml"),
        ("import pkg_resources\n", "setuptools"),
        ("try:\n    import yaml\nexcept ImportError:\n    raise ImportError('install it')\n", "pyyaml"),
        ("class Reader:\n    import yaml\n", "pyyaml"),
    ],
)
def test_an_import_that_nothing_brings_is_told_with_who_needs_it(core: str, distribution: str, sdist: Sdist) -> None:
    ((name, reason),) = wanted(sdist, core)
    assert name == distribution
    assert reason.startswith("above==1.0 imports `")


@pytest.mark.parametrize(
    "core",
    [
        "import json, distutils, asyncore\n",
        "from . import yaml\n",
        "import above.yaml\n",
        "try:\n    import yaml\nexcept ImportError:\n    yaml = None\n",
        "import os\n\nif os.name == 'nt':\n    import win32api\n",
        "import os\n\nif os.environ.get('TABLES'):\n    import yaml\n",
        "import contextlib\n\nwith contextlib.suppress(ImportError):\n    import yaml\n",
        "def later():\n    import yaml\n",
        "import a_name_that_no_table_knows\n",
    ],
)
def test_what_can_be_done_without_or_is_not_known_is_not(core: str, sdist: Sdist) -> None:
    assert not wanted(sdist, core)


@pytest.mark.parametrize(
    "test", ["sys.platform == 'cli'", "os.name == 'nt'", "platform.system() == 'Windows'", "WIN32"]
)
def test_what_is_loaded_on_other_systems_only_is_not(test: str, sdist: Sdist) -> None:
    core = f"import os, platform, sys\n\nif {test}:\n    from . import other\n"
    sdist("above", "1.0", {"above/__init__.py": core, "above/other.py": "import clr\n"})
    with unpacked(Uv(Clock.of(60)), (Locked("above", "1.0", "above==1.0", (), ()),), "3.11") as sources:
        assert not list(unasked(sources, sources.loaded(["above"])))


def test_each_that_a_module_imports_is_told(sdist: Sdist) -> None:
    assert [name for name, _ in wanted(sdist, "import yaml\nimport pandas\nimport yaml.nodes\n")] == [
        "pyyaml",
        "pandas",
    ]


def test_it_is_locked_of_today_too(folder: Make, sdist: Sdist, wheel: Callable[..., None]) -> None:
    sdist(
        "above", "1.0", {"PKG-INFO": "Metadata-Version: 2.1\nName: above\nVersion: 1.0\n", "above.py": "import yaml\n"}
    )
    wheel("pyyaml", "6.0")
    found = pipeline.lock(folder({"app.py": "import above\n", "requirements.txt": "above\n"}), {}, Wish(lock=True))
    assert found.lock is not None
    assert found.lock.as_of is None
    assert [each.reason for each in found.lock.repairs if each.name == "pyyaml"] == [
        "above==1.0 imports `yaml` and does not ask for it."
    ]


def test_what_the_set_brings_is_not(sdist: Sdist) -> None:
    sdist("pyyaml", "1.0", {"yaml/__init__.py": ""})
    assert not wanted(sdist, "import yaml\n", "pyyaml")


@pytest.mark.network
def test_it_is_locked_with_the_rest(folder: Make) -> None:
    """The first gradio imports pandas; the setuptools of its days would know nothing of what its Python dropped."""
    files = {"app.py": "import gradio\n\nprint(gradio.__version__)\n", "requirements.txt": "gradio==0.7.0\n"}
    lock = pipeline.lock(folder(files), {"as_of": "2019-06-15"}, Wish()).lock
    assert lock is not None
    assert any(each.name == "pandas" for each in lock.packages)
    assert any(each.name == "pandas" and "gradio==0.7.0 imports `pandas`" in each.reason for each in lock.repairs)


@pytest.mark.network
def test_setuptools_knows_the_python(folder: Make) -> None:
    files = {"app.py": "import sqlalchemy\n\nprint(sqlalchemy.__version__)\n", "requirements.txt": "sqlalchemy\n"}
    lock = pipeline.lock(folder(files), {"as_of": "2019-06-15", "python": "3.11"}, Wish()).lock
    assert lock is not None
    version = next(each.version for each in lock.packages if each.name == "setuptools")
    assert int(version.partition(".")[0]) >= 41, "older ones do not run on it"
    assert version != "41.0.1"
