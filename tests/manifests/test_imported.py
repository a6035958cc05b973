"""Imports, where nothing else tells the dependencies."""

import json
from collections.abc import Callable

import pytest

from dockerize_ml.manifests.requirement import Manifest

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

APP = """\
import os, sys
import cv2
import sklearn.ensemble
from PIL import Image
from helpers import x
from pkg.sub import y
from . import z
import numpy as np
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import pandas
try:
    import cupy
except ImportError:
    cupy = None
try:
    import yaml
except ImportError:
    sys.exit("install pyyaml")
def late():
    import torch
"""


def test_imports_are_mapped_to_distributions(read: Read) -> None:
    (manifest,) = read(
        {"app.py": APP, "helpers.py": "", "pkg/sub.py": "import flask", "tests/test_app.py": "import pytest"}
    )
    assert [(one.name, str(one.at)) for one in manifest.requirements] == [
        ("flask", "pkg/sub.py:1"),
        ("numpy", "app.py:8"),
        ("opencv-python", "app.py:2"),
        ("pillow", "app.py:4"),
        ("pyyaml", "app.py:17"),
        ("scikit-learn", "app.py:3"),
        ("torch", "app.py:21"),
    ]
    assert {one.kind for one in manifest.requirements} == {"imported"}
    assert (manifest.manager, manifest.format) == ("none", "imports")


OWN = {
    "module beside it": ({"app.py": "import helpers", "helpers.py": ""}, []),
    "package": ({"app.py": "import pkg.deep", "pkg/__init__.py": "", "pkg/deep.py": ""}, []),
    "package below src": ({"tests/x.py": "", "src/pkg/__init__.py": "", "src/run.py": "from pkg import a"}, []),
    "folder that is no package": ({"app.py": "from core.models import x", "core/models.py": ""}, []),
    "folder named like a distribution": ({"app.py": "import redis", "redis/start.py": ""}, ["redis"]),
    "module of a package named like a distribution": (
        {"app/__init__.py": "", "app/openai.py": "from openai import OpenAI", "app/x.py": "import openai"},
        ["openai"],
    ),
    "script beside a script in a folder": ({"jobs/a.py": "import b", "jobs/b.py": ""}, []),
    "path that somebody added": ({"app.py": "import sys\nsys.path.append('lib')\nimport tool", "lib/tool.py": ""}, []),
    "package that somebody puts on the path": (
        {
            "app/main.py": "import sys\nsys.path = list(set(['eda'] + sys.path))\nimport plots",
            "app/eda/__init__.py": "",
            "app/eda/plots.py": "import tool",
            "app/eda/tool.py": "",
        },
        [],
    ),
    "path with the folder above": (
        {
            "jobs/__init__.py": "",
            "jobs/run.py": "import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))",
            "jobs/work.py": "import tool",
            "lib/__init__.py": "",
            "lib/tool.py": "",
        },
        [],
    ),
    "another folder than the one on the path": (
        {
            "app.py": "import sys\nsys.path.append('lib')\nimport redis",
            "lib/tool.py": "",
            "services/__init__.py": "",
            "services/redis.py": "",
        },
        ["redis"],
    ),
    "only Python 2 had it": (
        {"app.py": "try:\n    from http.server import HTTPServer\nexcept ImportError:\n    import BaseHTTPServer\n"},
        [],
    ),
    "only examples": ({"examples/a.py": "import flask"}, ["flask"]),
    "only a package called like an example": (
        {"setup.py": "x = 1", "shop_demo/__init__.py": "", "shop_demo/app.py": "import flask"},
        ["flask"],
    ),
}


@pytest.mark.parametrize(("files", "names"), OWN.values(), ids=OWN)
def test_own_modules_are_not_installed(read: Read, files: dict[str, str | bytes], names: list[str]) -> None:
    assert [one.name for manifest in read(files) for one in manifest.requirements] == names


def test_imports_of_what_cannot_be_parsed_are_still_seen(read: Read) -> None:
    (manifest,) = read({"app.py": "import os, numpy as np, flask\nfrom PIL import Image\nprint 'hello'\n"})
    assert [(one.name, one.at.line) for one in manifest.requirements] == [("flask", 1), ("numpy", 1), ("pillow", 2)]


def test_notebook_says_what_it_installs(read: Read) -> None:
    source = ["!pip install -q torch==2.1 'flask>=2' --extra-index-url https://e.org # now\n", "import torch, seaborn"]
    text = json.dumps({"cells": [{"cell_type": "code", "source": source}]}, indent=1)
    (manifest,) = read({"nb.ipynb": text})
    assert [(one.name, one.specifier) for one in manifest.requirements] == [
        ("flask", ">=2"),
        ("seaborn", ""),
        ("torch", "==2.1"),
    ]


def test_a_list_makes_imports_needless(read: Read) -> None:
    (manifest,) = read({"app.py": "import flask", "requirements.txt": "flask"})
    assert manifest.path == "requirements.txt"


def test_a_developers_list_does_not(read: Read) -> None:
    found = read({"app.py": "import flask", "requirements-dev.txt": "pytest"})
    assert [one.format for one in found] == ["requirements", "imports"]


def test_a_program_of_the_standard_library_has_none(read: Read) -> None:
    assert read({"app.py": "import http.server, json\n"}) == ()
