"""What ML tools and scripts declare: MLmodel, bentofile.yaml, cog.yaml, Spaces, PEP 723."""

from collections.abc import Callable

import pytest

from dockerize_ml.errors import ManifestError
from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

MLMODEL = """\
artifact_path: model
flavors:
  python_function:
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.sklearn
    python_version: 3.10
  sklearn:
    sklearn_version: 1.4.0
mlflow_version: 2.11.1
"""

CONDA = """\
channels: [conda-forge]
dependencies:
- python=3.10.12
- pip<=23
- pip:
  - scikit-learn==1.4.0
name: mlflow-env
"""


def named(found: tuple[Manifest, ...], name: str) -> Manifest:
    """The manifest of one format."""
    return next(one for one in found if one.format == name)


def test_mlflow_model_with_its_list(read: Read) -> None:
    manifest = named(read({"MLmodel": MLMODEL, "requirements.txt": "mlflow==2.11.1\nscikit-learn==1.4.0\n"}), "mlmodel")
    assert [one.name for one in manifest.requirements] == ["mlflow", "scikit-learn"]
    assert manifest.python == ("==3.10.*", Place("MLmodel", 8))
    assert manifest.includes == ("requirements.txt",)


def test_mlflow_model_with_conda_only(read: Read) -> None:
    manifest = named(read({"m/MLmodel": MLMODEL, "m/conda.yaml": CONDA}), "mlmodel")
    assert [(one.name, one.specifier, str(one.at)) for one in manifest.requirements] == [
        ("mlflow", "==2.11.1", "m/MLmodel:11"),
        ("scikit-learn", "==1.4.0", "m/conda.yaml:6"),
    ]
    assert manifest.includes == ("m/conda.yaml",)


def test_mlflow_model_without_any(read: Read) -> None:
    manifest = named(read({"MLmodel": MLMODEL.replace("conda.yaml", "../../etc/passwd")}), "mlmodel")
    assert [one.name for one in manifest.requirements] == ["mlflow"]


def test_bentofile(read: Read) -> None:
    text = """\
service: "service:svc"
python:
  requirements_txt: "./requirements.txt"
  packages:
    - "torch==2.1"
    - pywin32
  index_url: "https://u:p@e.org/simple"
docker:
  python_version: 3.10
"""
    manifest = named(read({"bentofile.yaml": text, "requirements.txt": "bentoml"}), "bentofile")
    assert [str(one.at) for one in manifest.requirements] == ["requirements.txt:1", "bentofile.yaml:5"]
    assert manifest.python == ("==3.10.*", Place("bentofile.yaml", 9))
    assert manifest.options == (("--index-url", "https://***@e.org/simple"),)
    assert [line.at.line for line in manifest.unusable] == [6]


def test_cog(read: Read) -> None:
    text = """\
build:
  gpu: true
  python_version: "3.11"
  python_packages:
    - "torch==2.1"
  system_packages:
    - libgl1
predict: "predict.py:Predictor"
"""
    manifest = named(read({"cog.yaml": text}), "cog")
    assert [(one.name, one.at.line) for one in manifest.requirements] == [("torch", 5)]
    assert manifest.python == ("==3.11.*", Place("cog.yaml", 3))


SPACE = """\
---
title: Demo
sdk: gradio
sdk_version: 4.44.0
python_version: 3.10
app_file: app.py
---
# Demo
"""


def test_space_brings_its_sdk(read: Read) -> None:
    found = read({"README.md": SPACE, "requirements.txt": "torch\n", "app.py": "import gradio"})
    manifest = named(found, "space")
    assert [(one.name, one.specifier, str(one.at)) for one in manifest.requirements] == [
        ("gradio", "==4.44.0", "README.md:3")
    ]
    assert manifest.python == ("==3.10.*", Place("README.md", 5))
    winner = choose(found).winner
    assert winner is not None
    assert (winner.path, [one.name for one in winner.requirements]) == ("requirements.txt", ["torch", "gradio"])


def test_space_does_not_override_the_author(read: Read) -> None:
    winner = choose(read({"README.md": SPACE, "requirements.txt": "gradio==3.0\n", "app.py": ""})).winner
    assert winner is not None
    assert [one.specifier for one in winner.requirements] == ["==3.0"]


def test_space_says_the_version_that_the_author_leaves_open(read: Read) -> None:
    winner = choose(read({"README.md": SPACE, "requirements.txt": "torch\ngradio[oauth]\n", "app.py": ""})).winner
    assert winner is not None
    asked = [(one.name, one.extras, one.specifier, str(one.at)) for one in winner.requirements]
    assert asked == [("torch", (), "", "requirements.txt:1"), ("gradio", ("oauth",), "==4.44.0", "README.md:3")]


NO_SPACE = {
    "plain": "# Title\n",
    "other front matter": "---\ntitle: x\n---\n",
    "two rules": "---\nSome: text: with colons\n---\n",
    "rule at the end": "---\n",
}


@pytest.mark.parametrize("text", NO_SPACE.values(), ids=NO_SPACE)
def test_other_readme_is_no_space(read: Read, text: str) -> None:
    assert read({"README.md": text, "a.py": ""}) == ()


SCRIPT = """\
#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.12"
# dependencies = [
#   "requests<3",
#   "rich",
# ]
# ///
import requests
"""


def test_inline_script(read: Read) -> None:
    manifest = named(read({"tool.py": SCRIPT}), "script")
    assert [(one.name, one.specifier, one.at.line) for one in manifest.requirements] == [
        ("requests", "<3", 5),
        ("rich", "", 6),
    ]
    assert manifest.python == (">=3.12", Place("tool.py", 3))
    assert manifest.manager == "uv"


@pytest.mark.parametrize(
    "text",
    ["# /// script\n# dependencies = [\n# ///\n", "# /// script\nx = 1\n", '"""\n# /// script\n"""\n'],
    ids=["broken TOML", "never closed", "in a text"],
)
def test_broken_inline_script_is_no_crash(read: Read, text: str) -> None:
    assert read({"tool.py": text}) == ()


ML_FILES = ["MLmodel", "bentofile.yaml", "cog.yaml", "environment.yml"]
BROKEN = {
    "never closed": "a: [b\n",
    "list at the top": "- a\n- b\n",
    "nothing": "",
    "text": "just words\n",
    "wrong shapes": "flavors: 3\nbuild: [1]\npython: x\ndependencies: {a: 1}\n",
    "wrong shapes below": (
        "flavors: {python_function: 3}\nbuild: {python_packages: {a: 1}, python_version: []}\n"
        "python: {packages: 3, requirements_txt: {}}\ndependencies: [a, {pip: 3}, {pip: {}}, [], null]\n"
    ),
}


@pytest.mark.parametrize("path", ML_FILES)
@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_files_are_no_crash(read: Read, path: str, text: str) -> None:
    try:
        manifests = read({"a.py": "", path: text})
    except ManifestError:
        # Nothing else tells what to install, so it is said.
        if path != "environment.yml":
            raise
        return
    for manifest in manifests:
        assert all(one.name for one in manifest.requirements)
