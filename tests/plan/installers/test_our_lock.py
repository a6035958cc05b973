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


def test_what_is_built_beside_what_it_needs_comes_one_after_the_other(
    folder: Callable[[dict[str, str]], Path],
) -> None:
    root = folder({"requirements.lock": LOCK, "app.py": "import flask\n"})
    manifest = choose(read_manifests(Project.open(root))).winner
    assert manifest is not None
    steps = our_lock(Job(manifest, pipeline.inspect(root).facts, Settings(), ()))
    built = [step.packages for step in steps if isinstance(step, Install) and step.in_place]
    assert built == [("cffi==1.11.5",), ("brotlipy==0.7.0",)]
