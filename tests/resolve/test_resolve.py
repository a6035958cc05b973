"""From a project to its lock, against a shelf of wheels instead of the index."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.manifests.lock_header import NAME
from dockerize_ml.report.lock_lines import lock_lines
from dockerize_ml.report.screen import Screen
from dockerize_ml.resolve.model import Resolution
from dockerize_ml.resolve.resolve import Wish

Wheel = Callable[..., None]
Make = Callable[[dict[str, str]], Path]
ANYWAY = Wish(lock=True)
APP = "import flask\napp = flask.Flask(__name__)\n"


@pytest.fixture
def flask(wheel: Wheel) -> None:
    wheel("flask", "2.0.0", "werkzeug>=2.0")
    wheel("flask", "1.1.4", "werkzeug<2.0,>=0.15")
    wheel("werkzeug", "2.0.1")
    wheel("werkzeug", "1.0.1")
    wheel("gunicorn", "23.0.0")


def locked(folder: Make, files: dict[str, str], wish: Wish | None = None, **flags: object) -> Resolution:
    return pipeline.lock(folder(files), flags, wish or Wish())


def pins(found: Resolution) -> dict[str, str]:
    assert found.lock is not None, found
    return {each.name: each.version for each in found.lock.packages}


def told(found: Resolution) -> list[tuple[str, str, str]]:
    assert found.lock is not None, found
    return [(each.kind, each.old, each.new) for each in found.lock.repairs]


@pytest.mark.usefixtures("flask")
def test_loose_requirements_become_exact_with_hashes_and_reasons(folder: Make) -> None:
    found = locked(folder, {"app.py": APP, "requirements.txt": "flask\n"})
    assert pins(found) == {"flask": "2.0.0", "gunicorn": "23.0.0", "werkzeug": "2.0.1"}
    assert found.text is not None
    assert "flask==2.0.0 \\\n    --hash=sha256:" in found.text
    assert "    # via requirements.txt:1\n" in found.text
    assert "    # via flask\n" in found.text


@pytest.mark.usefixtures("flask")
def test_a_lock_that_answers_the_question_is_not_made_again(folder: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"app.py": APP, "requirements.txt": "flask\n"}
    first = locked(folder, files).text or ""
    monkeypatch.setenv("UV_DEFAULT_INDEX", "file:///nowhere")
    again = locked(folder, {**files, NAME: first})
    assert again.is_fresh
    assert again.text == first


@pytest.mark.usefixtures("flask")
def test_a_new_import_is_a_new_question(folder: Make, wheel: Wheel) -> None:
    wheel("pyyaml", "6.0")
    files = {"app.py": APP, "requirements.txt": "flask\n"}
    first = locked(folder, files).text or ""
    found = locked(folder, {**files, "app.py": f"import yaml\n{APP}", NAME: first})
    assert "pyyaml" in pins(found)


@pytest.mark.usefixtures("flask")
def test_what_could_not_be_had_is_not_asked_for_again(folder: Make) -> None:
    files = {"app.py": f"import yaml\n{APP}", "requirements.txt": "flask\n"}
    first = locked(folder, files).text or ""
    assert "# Without: pyyaml\n" in first
    assert locked(folder, {**files, NAME: first}).is_fresh


@pytest.mark.usefixtures("flask")
@pytest.mark.parametrize("more", ["flask\nwerkzeug\n", "flask<2\n"])
def test_another_question_is_asked_again(more: str, folder: Make) -> None:
    first = locked(folder, {"app.py": APP, "requirements.txt": "flask\n"}).text or ""
    found = locked(folder, {"app.py": APP, "requirements.txt": more, NAME: first})
    assert found.lock is not None
    assert found.text != first


@pytest.mark.usefixtures("flask")
def test_a_pin_that_fits_nobody_is_loosened_as_little_as_can_be(folder: Make) -> None:
    found = locked(folder, {"app.py": APP, "requirements.txt": "flask==2.0.0\nwerkzeug==1.0.1\n"}, ANYWAY)
    assert pins(found)["flask"] == "2.0.0"
    assert ("replaced", "werkzeug==1.0.1", "werkzeug==2.0.1") in told(found)


@pytest.mark.usefixtures("flask")
def test_a_version_that_is_not_there_gives_way_to_the_nearest(folder: Make) -> None:
    found = locked(folder, {"app.py": APP, "requirements.txt": "flask==1.1.9\n"}, ANYWAY)
    assert ("replaced", "flask==1.1.9", "flask==1.1.4") in told(found)


@pytest.mark.usefixtures("flask")
def test_a_name_that_is_nowhere_is_left_out(folder: Make) -> None:
    found = locked(folder, {"app.py": APP, "requirements.txt": "flask\nno-such-thing-at-all==1.0\n"})
    assert ("dropped", "no-such-thing-at-all==1.0", "") in told(found)


@pytest.mark.usefixtures("flask")
def test_what_serves_the_program_stands_back_behind_what_the_project_asks_for(folder: Make, wheel: Wheel) -> None:
    wheel("fastapi", "0.81.0", "uvicorn<0.18")
    wheel("fastapi", "0.1.0")
    wheel("uvicorn", "0.17.6")
    wheel("uvicorn", "0.54.0")
    app = "from fastapi import FastAPI\napp = FastAPI()\n"
    found = locked(folder, {"app.py": app, "requirements.txt": "fastapi>=0.81.0,<0.82\n"})
    assert pins(found) == {"fastapi": "0.81.0", "uvicorn": "0.17.6"}
    assert told(found)[:1] == [("added", "", "uvicorn")]


@pytest.mark.usefixtures("flask")
def test_what_an_extra_brings_serves_the_program(folder: Make, wheel: Wheel) -> None:
    wheel("fastapi", "0.81.0", 'uvicorn<0.18 ; extra == "all"')
    wheel("uvicorn", "0.17.6")
    app = "from fastapi import FastAPI\napp = FastAPI()\n"
    found = locked(folder, {"app.py": app, "requirements.txt": "fastapi[all]>=0.81.0,<0.82\n"})
    assert pins(found) == {"fastapi": "0.81.0", "uvicorn": "0.17.6"}
    assert told(found) == []


def test_an_import_that_nothing_brings_is_added(folder: Make, wheel: Wheel) -> None:
    wheel("pyyaml", "6.0")
    found = locked(folder, {"app.py": f"import yaml\n{APP}", "requirements.txt": "flask\n"})
    assert ("added", "", "pyyaml") in told(found)
    assert pins(found)["pyyaml"] == "6.0"


@pytest.mark.usefixtures("flask")
def test_an_import_that_no_table_knows_is_never_guessed(folder: Make, wheel: Wheel) -> None:
    wheel("our-settings", "6.6.6")
    found = locked(folder, {"app.py": f"import our_settings\n{APP}", "requirements.txt": "flask\n"})
    assert "our-settings" not in pins(found)


@pytest.mark.usefixtures("flask")
def test_a_refused_repair_is_not_made(folder: Make, wheel: Wheel) -> None:
    wheel("pyyaml", "6.0")
    files = {"app.py": f"import yaml\n{APP}", "requirements.txt": "flask\n"}
    found = locked(folder, files, Wish(keep=frozenset({"pyyaml"})))
    assert "pyyaml" not in pins(found)
    assert "# Kept: pyyaml\n" in (found.text or "")


@pytest.mark.usefixtures("flask")
def test_what_the_user_sets_goes_before_what_the_project_asks_for(folder: Make) -> None:
    files = {"app.py": APP, "requirements.txt": "flask==2.0.0\n"}
    found = locked(folder, files, ANYWAY, requirements=("flask<2",))
    assert pins(found)["flask"] == "1.1.4"


def test_the_python_is_the_newest_that_everything_has_wheels_for(folder: Make, wheel: Wheel) -> None:
    wheel("numpy", "1.20.2", tag="cp38-cp38-manylinux2010_x86_64")
    wheel("numpy", "1.20.2", tag="cp39-cp39-manylinux2010_x86_64")
    found = locked(folder, {"job.py": "import numpy\nprint(numpy)\n", "requirements.txt": "numpy\n"})
    assert found.lock is not None
    assert (found.lock.python, found.lock.python_why) == ("3.9", "numpy==1.20.2 has wheels for Python up to 3.9")


def test_a_python_that_the_user_sets_is_not_left(folder: Make, wheel: Wheel) -> None:
    wheel("six", "1.16.0")
    files = {"job.py": "import six\nprint(six)\n", "requirements.txt": "six\n"}
    found = locked(folder, files, python="3.10")
    assert found.lock is not None
    assert (found.lock.python, found.lock.python_why) == ("3.10", "set by you")


def test_what_has_no_wheel_is_left_to_the_build_and_never_run_here(
    folder: Make, wheel: Wheel, sdist: Callable[..., Path]
) -> None:
    wheel("six", "1.16.0")
    archive = sdist("thing", "1.0", {"thing.egg-info/requires.txt": "six\n", "thing.c": "int x;"})
    found = locked(
        folder, {"job.py": "import thing\nprint(thing)\n", "requirements.txt": "thing==1.0\n"}, ANYWAY, python="3.7"
    )
    assert found.lock is not None
    assert [(each.text, each.is_native) for each in found.lock.compiled] == [("thing==1.0", True)]
    assert pins(found) == {"six": "1.16.0"}
    # Nothing can be built with the tools of a day that had none of today's kind.
    assert found.lock.compiled[0].tools_of >= date(2019, 2, 5)
    assert not (archive.parents[1] / "ran").exists()


def test_pytorch_is_fetched_apart_where_no_gpu_is_asked_for(folder: Make, wheel: Wheel) -> None:
    wheel("torch", "2.1.0", "numpy", "nvidia-cublas-cu12", "triton")
    wheel("triton", "2.1.0", "filelock")
    for name in ("numpy", "nvidia-cublas-cu12", "filelock"):
        wheel(name, "1.0")
    found = locked(folder, {"job.py": "import torch\nprint(torch)\n", "requirements.txt": "torch\n"})
    assert found.lock is not None
    assert [each.text for each in found.lock.aparts] == ["torch==2.1.0"]
    # What only the GPU's part asks for may stay: it does no harm, and other builds need it.
    assert set(pins(found)) == {"numpy", "filelock"}


def test_with_a_gpu_it_is_locked_like_all_else(folder: Make, wheel: Wheel) -> None:
    wheel("torch", "2.1.0", "nvidia-cublas-cu12")
    wheel("nvidia-cublas-cu12", "1.0")
    found = locked(folder, {"job.py": "import torch\nprint(torch)\n", "requirements.txt": "torch\n"}, gpu=True)
    assert set(pins(found)) == {"torch", "nvidia-cublas-cu12"}


def test_the_version_that_wrote_a_model_is_taken(folder: Make, wheel: Wheel) -> None:
    for version in ("1.2.2", "1.7.0"):
        wheel("scikit-learn", version)
    files = {"job.py": "import joblib\nm = joblib.load('m.pkl')\n", "requirements.txt": "scikit-learn\n"}
    files["m.pkl"] = "X\x10\x00\x00\x00_sklearn_versionX\x05\x00\x00\x001.2.2q"
    wheel("joblib", "1.0")
    found = locked(folder, files)
    assert ("replaced", "scikit-learn", "scikit-learn==1.2.2") in told(found)
    assert pins(found)["scikit-learn"] == "1.2.2"


@pytest.mark.usefixtures("flask")
def test_pins_that_lack_something_are_locked_after_all(folder: Make, wheel: Wheel) -> None:
    wheel("openpyxl", "3.1")
    files = {"app.py": f"import pandas as pd\npd.read_excel('a.xlsx')\n{APP}", "requirements.txt": "flask==2.0.0\n"}
    wheel("pandas", "2.2.3")
    files["requirements.txt"] += "pandas==2.2.3\n"
    assert "openpyxl" in pins(locked(folder, files))


@pytest.mark.usefixtures("flask")
@pytest.mark.parametrize(("seconds", "is_cut_short"), [(60, False), (15.5, True)])
def test_it_is_told_when_the_time_was_over(seconds: float, is_cut_short: bool, folder: Make) -> None:  # noqa: FBT001 - a row
    found = locked(folder, {"app.py": APP, "requirements.txt": "flask\n"}, Wish(lock=True, seconds=seconds))
    assert found.lock is not None
    assert found.lock.is_cut_short == is_cut_short
    shown = "\n".join(lock_lines(found, Screen()))
    assert ("the time was over" in shown) == is_cut_short


@pytest.mark.usefixtures("flask")
def test_packages_of_the_project_are_not_those_of_their_names_on_the_index(folder: Make, wheel: Wheel) -> None:
    for name in ("core-lib", "core", "base"):
        wheel(name, "9.0")
    wheel("six", "1.16.0")
    build = "[build-system]\nrequires = ['setuptools']\n"
    files = {
        "app.py": f"import core\nimport base\n{APP}",
        "pyproject.toml": "[project]\nname = 'a'\ndependencies = ['flask', 'core-lib']\n"
        "[tool.uv.sources]\ncore-lib = {workspace = true}\n[tool.uv.workspace]\nmembers = ['packages/*']\n",
        "packages/core/pyproject.toml": f"{build}[project]\nname = 'core-lib'\ndependencies = ['base-lib', 'six']\n"
        "[tool.uv.sources]\nbase-lib = {path = '../base'}\n",
        "packages/core/src/core/__init__.py": "",
        "packages/base/pyproject.toml": f"{build}[project]\nname = 'base-lib'\n",
        "packages/base/src/base/__init__.py": "",
    }
    found = locked(folder, files, ANYWAY)
    assert pins(found).keys() == {"flask", "gunicorn", "six", "werkzeug"}
    assert found.lock is not None
    assert [each.text for each in found.lock.aparts] == ["packages/core", "packages/base"]


@pytest.mark.usefixtures("flask")
def test_a_branch_of_a_repository_is_told_to_move(folder: Make) -> None:
    lines = [
        "flask",
        "prices @ git+https://example.org/prices.git@main",
        "cups @ git+https://example.org/c.git@" + "a" * 40,
    ]
    found = locked(folder, {"app.py": APP, "requirements.txt": "\n".join(lines)})
    assert found.lock is not None, found
    assert ["can change" in each.reason for each in found.lock.aparts] == [True, False]


NOT_LOCKED = {
    "what only conda has": (
        {"environment.yml": "dependencies:\n  - python=3.9\n  - numpy\n  - gdal\n"},
        "only conda has",
    ),
    "a lock of the project's own": (
        {
            "pyproject.toml": "[project]\nname = 'a'\nversion = '1'\ndependencies = ['flask']\n",
            "uv.lock": "version = 1\nrequires-python = '>=3.12'\n\n[[package]]\nname = 'flask'\nversion = '2.0.0'\n",
        },
        "own lock",
    ),
    "hashes": ({"requirements.txt": "flask==2.0.0 --hash=sha256:00\n"}, "hashes"),
    "complete, fresh and pinned": ({"requirements.txt": "flask==2.0.0\n"}, "complete"),
    "a secret index": ({"requirements.txt": "--index-url https://me:x@pypi.example/simple\nflask\n"}, "password"),
    "somebody else's requirements.lock": ({"requirements.txt": "flask\n", NAME: "flask==1.0\n"}, "somebody else"),
}


@pytest.mark.usefixtures("flask")
@pytest.mark.parametrize(("files", "why"), NOT_LOCKED.values(), ids=NOT_LOCKED.keys())
def test_what_is_left_as_it_is(files: dict[str, str], why: str, folder: Make) -> None:
    found = locked(folder, {"app.py": APP, **files})
    assert found.text is None
    assert found.failure is None
    assert why in found.because


def test_offline_nobody_is_asked(folder: Make) -> None:
    found = locked(folder, {"app.py": APP, "requirements.txt": "flask\n"}, Wish(offline=True))
    assert found.failure is not None
    assert found.failure.is_wished


def test_time_that_is_up_is_said(folder: Make, shelf: Path) -> None:
    found = locked(folder, {"app.py": APP, "requirements.txt": "flask\n"}, Wish(seconds=0.5))
    assert found.failure is not None
    assert "too long" in found.failure.reason


@pytest.mark.usefixtures("flask")
def test_a_wheel_whose_words_are_garbled_is_taken_by_what_its_source_says(
    folder: Make, wheel: Wheel, sdist: Callable[..., Path]
) -> None:
    wheel("pandas", "0.24.2", "pytz>=2011k")
    wheel("pytz", "2019.1")
    sdist("pandas", "0.24.2", {"pandas.egg-info/requires.txt": "pytz>=2011k\n"})
    found = locked(folder, {"app.py": APP + "import pandas\n", "requirements.txt": "flask\npandas\n"})
    assert pins(found)["pandas"] == "0.24.2"
    assert pins(found)["pytz"] == "2019.1"
    assert found.lock is not None
    assert found.lock.compiled == ()


@pytest.mark.usefixtures("flask")
def test_the_source_of_the_version_that_is_taken_counts(folder: Make, wheel: Wheel, sdist: Callable[..., Path]) -> None:
    sdist("thing", "2.0", {"thing.egg-info/requires.txt": "later\n"})
    sdist("thing", "1.0", {"thing.egg-info/requires.txt": "earlier\n"})
    wheel("other", "1.0", "thing<2")
    wheel("later", "1.0")
    wheel("earlier", "1.0")
    found = locked(folder, {"app.py": APP + "import thing, other\n", "requirements.txt": "flask\nthing\nother\n"})
    assert "earlier" in pins(found)
    assert "later" not in pins(found)
    assert found.lock is not None
    assert [each.text for each in found.lock.compiled] == ["thing==1.0"]


@pytest.mark.usefixtures("flask")
def test_an_older_source_is_taken_where_the_newest_is_in_the_way(
    folder: Make, wheel: Wheel, sdist: Callable[..., Path]
) -> None:
    sdist("thing", "3.0", {"thing.egg-info/requires.txt": "plain>=2\n"})
    sdist("thing", "2.0", {"thing.egg-info/requires.txt": "plain>=2\n"})
    sdist("thing", "1.0", {"thing.egg-info/requires.txt": "plain\n"})
    wheel("other", "1.0", "thing", "plain==1.0")
    wheel("plain", "1.0")
    wheel("plain", "2.0")
    found = locked(folder, {"app.py": APP + "import other\n", "requirements.txt": "flask\nother\n"})
    assert found.lock is not None
    assert [each.text for each in found.lock.compiled] == ["thing==1.0"]
    assert pins(found)["plain"] == "1.0"
    assert "other" in pins(found)
    assert found.lock.without == ()


def test_a_later_patch_of_a_python_is_good_enough(folder: Make, wheel: Wheel) -> None:
    wheel("gunicorn", "23.0.0")
    wheel("flask", "2.0.0", python=">=3.12.1")
    assert pins(locked(folder, {"app.py": APP, "requirements.txt": "flask\n"}, python="3.12"))["flask"] == "2.0.0"


@pytest.mark.usefixtures("flask")
def test_nothing_of_the_project_is_run(folder: Make) -> None:
    files = {"app.py": APP, "requirements.txt": "flask\n", "setup.py": "raise SystemExit('run')\n"}
    files |= {"uv.toml": "no-index = false\n", "sitecustomize.py": "raise SystemExit('run')\n"}
    assert pins(locked(folder, files))["flask"] == "2.0.0"


@pytest.mark.usefixtures("flask")
def test_what_is_known_of_a_version_counts_whoever_asked_for_it(folder: Make, wheel: Wheel) -> None:
    wheel("werkzeug", "2.2.0")
    wheel("shop", "1.0", "dash")
    wheel("dash", "1.5.0", "werkzeug", "flask>=2")
    wheel("setuptools", "80.0")
    found = locked(folder, {"app.py": "import shop\n", "requirements.txt": "shop\n"}, ANYWAY)
    assert pins(found)["werkzeug"] == "2.0.1"
    assert pins(found)["setuptools"] == "80.0"


@pytest.mark.parametrize("specifier", ["==2.*", "!=1.0.*", "===2.0.0", ">=1,!=1.1.*"])
def test_a_star_in_a_version_is_read(folder: Make, wheel: Callable[..., None], specifier: str) -> None:
    wheel("flask", "2.0.0")
    wheel("gunicorn", "23.0.0")
    made = pipeline.lock(folder({"app.py": APP, "requirements.txt": f"flask{specifier}\n"}), {}, Wish(lock=True)).lock
    assert made is not None
    assert "flask" in {each.name for each in made.packages}


@pytest.mark.parametrize(
    ("asked", "got"),
    [("pandas", "1.5.3"), ("pandas>=1", "1.5.3"), ("pandas==2.0.0", "2.0.0")],
    ids=["free", "open", "no"],
)
def test_a_model_tells_the_versions_that_can_read_it(
    folder: Make, wheel: Callable[..., None], asked: str, got: str
) -> None:
    wheel("flask", "2.0.0")
    wheel("gunicorn", "23.0.0")
    wheel("pandas", "1.5.3")
    wheel("pandas", "2.0.0")
    root = folder({"app.py": f"import pickle\n{APP}model = pickle.load(open('m.pkl', 'rb'))\n"})
    (root / "requirements.txt").write_text(f"flask\n{asked}\n")
    (root / "m.pkl").write_bytes(b"\x80\x03cpandas.core.indexes.numeric\nInt64Index\nq\x00.")
    made = pipeline.lock(root, {}, Wish(lock=True)).lock
    assert made is not None
    assert next(each.version for each in made.packages if each.name == "pandas") == got
    told = [each.reason for each in made.repairs if each.name == "pandas"]
    assert told == ["`m.pkl` names `pandas.core.indexes.numeric`, which went with pandas 2."] * (got == "1.5.3")
