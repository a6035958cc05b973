"""Environments of conda's that the index can give as well are locked; the others are conda's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
APP = "import flask\n\napp = flask.Flask(__name__)\n"
CUDA = "import torch\n\nmodel = torch.nn.Linear(1, 1).cuda()\n"
HEAD = "name: shop\nchannels: [conda-forge]\ndependencies:\n  - python=3.11\n  - flask=2.*\n"


@pytest.fixture(autouse=True)
def shop(wheel: Callable[..., None]) -> None:
    wheel("flask", "2.0.0")
    wheel("flask", "3.0.0")
    wheel("gunicorn", "23.0.0")
    wheel("torch", "2.0.0")


def test_it_is_locked_as_pip_has_it(folder: Make) -> None:
    root = folder({"app.py": APP, "environment.yml": f"{HEAD}  - pytorch\n  - ffmpeg\n  - pip:\n    - gunicorn\n"})
    found = pipeline.lock(root, {}, Wish())
    assert found.lock is not None, found
    assert {(each.name, each.version) for each in found.lock.packages} >= {("flask", "2.0.0"), ("gunicorn", "23.0.0")}
    assert found.lock.python == "3.11"
    assert found.text is not None
    (root / "requirements.lock").write_text(found.text)
    facts = pipeline.inspect(root).facts
    assert (facts.manager.value, facts.manifest.value) == ("pip", "requirements.lock")
    assert facts.system_packages.value is not None
    assert "ffmpeg" in facts.system_packages.value.runtime


def test_a_gpu_that_nothing_insists_on_is_no_matter(folder: Make) -> None:
    root = folder({"app.py": APP, "environment.yml": f"{HEAD}  - cudatoolkit\n  - pytorch\n"})
    found = pipeline.lock(root, {}, Wish()).lock
    assert found is not None
    assert [each.text for each in found.aparts] == ["torch==2.0.0"]


@pytest.mark.parametrize(
    ("more", "code", "why"),
    [
        ("  - gdal\n", "", "environment.yml asks for gdal, which only conda has"),
        ("  - cudatoolkit\n  - pytorch\n", CUDA, "environment.yml takes what its GPU needs from conda"),
        ("variables:\n  SHOP: x\n", "", "environment.yml sets variables, which conda's environment brings along"),
    ],
)
def test_what_only_conda_gives_is_left_to_it(folder: Make, more: str, code: str, why: str) -> None:
    found = pipeline.lock(folder({"app.py": f"{APP}{code}", "environment.yml": f"{HEAD}{more}"}), {}, Wish())
    assert (found.text, found.because) == (None, why)


def test_what_the_index_has_not_is_left_to_conda(folder: Make) -> None:
    root = folder({"app.py": APP, "environment.yml": f"{HEAD}  - known-to-conda-only\n"})
    found = pipeline.lock(root, {}, Wish())
    assert found.text is None
    assert found.failure is not None
    assert "The index has no known-to-conda-only" in found.failure.reason
    made = pipeline.generate(root, {}, Wish())
    assert "micromamba" in made.files.dockerfile


@pytest.mark.parametrize("imports", ["", "import known_to_conda_only\n"])
def test_an_export_may_name_what_the_program_does_not_import(folder: Make, imports: str) -> None:
    export = "name: x\ndependencies:\n  - python=3.11.5=h1\n  - flask=2.0.0=py_0\n  - known-to-conda-only=1.0=h1\n"
    root = folder({"app.py": f"{imports}{APP}", "environment.yml": export})

    found = pipeline.lock(root, {}, Wish())

    assert (found.lock is None) == bool(imports)
    if found.lock:
        assert [each.name for each in found.lock.repairs if each.kind == "dropped"] == ["known-to-conda-only"]


def test_an_export_tells_no_programs(folder: Make) -> None:
    export = "name: x\ndependencies:\n  - python=3.11.5=h1\n  - flask=2.0.0=py_0\n  - ffmpeg=4.3=h1\n"
    root = folder({"app.py": APP, "environment.yml": export})
    found = pipeline.lock(root, {}, Wish())
    assert found.text is not None, found
    (root / "requirements.lock").write_text(found.text)
    packages = pipeline.inspect(root).facts.system_packages.value
    assert packages is not None
    assert "ffmpeg" not in packages.runtime
