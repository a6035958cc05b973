"""What a lock of our own is installed with."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline
from dockerize_ml.config import Settings
from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.plan.installers.our_lock import our_lock
from dockerize_ml.plan.installers.registry import Job
from dockerize_ml.plan.model import Install
from dockerize_ml.project.project import Project

Make = Callable[[dict[str, str]], Path]

TOOLS = "with the build tools of 2019-05-06, g++, with what it requires"
LOCK = """\
# Written by dockerize-ml 0.1.0: exact versions of all that the image installs.
# Made from: requirements.txt
# As of: 2018-05-08, last commit 2018-05-08
# Python: 3.7, it suits every package
# Inputs: 00
# Compiled: cffi==1.11.5, with the build tools of 2019-05-06, g++, in place
# Compiled: brotlipy==0.7.0, with the build tools of 2019-05-06, g++, in place

flask==1.0.2 \\
    --hash=sha256:aa
"""


def installs(root: Path) -> list[Install]:
    manifest = choose(read_manifests(Project.open(root))).winner
    assert manifest is not None
    steps = our_lock(Job(manifest, pipeline.inspect(root).facts, Settings(), ()))
    return [step for step in steps if isinstance(step, Install)]


def test_what_is_built_beside_what_it_needs_comes_one_after_the_other(folder: Make) -> None:
    found = installs(folder({"requirements.lock": LOCK, "app.py": "import flask\n"}))
    assert [step.packages for step in found if step.in_place] == [("cffi==1.11.5",), ("brotlipy==0.7.0",)]


def test_what_nobody_could_read_brings_what_it_requires(folder: Make) -> None:
    lines = LOCK.replace(
        "brotlipy==0.7.0, with the build tools of 2019-05-06, g++, in place", f"pyspark==2.4.3, {TOOLS}"
    )
    found = installs(folder({"requirements.lock": lines, "app.py": "import flask\n"}))
    (whole,) = [step for step in found if step.packages == ("pyspark==2.4.3",)]
    assert (whole.only_these, whole.exclude_newer, whole.installer) == (False, "2019-05-06", "uv")
    assert all(step.only_these for step in found if step is not whole)
