"""Builds without CUDA of what a lock has."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\n\napp = Flask(__name__)\n"
HEAD = 'version = 1\nrequires-python = ">=3.11"\n'


def project(*names: str) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f'[project]\nname = "svc"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = [{listed}]\n'


def package(name: str, version: str, *needs: str) -> str:
    listed = ", ".join(f'{{ name = "{need}" }}' for need in needs)
    source = 'source = { registry = "https://packages.example.org/simple" }'
    return f'\n[[package]]\nname = "{name}"\nversion = "{version}"\n{source}\ndependencies = [{listed}]\n'


def lock(*packages: str, needs: tuple[str, ...]) -> str:
    listed = ", ".join(f'{{ name = "{need}" }}' for need in needs)
    own = f'\n[[package]]\nname = "svc"\nversion = "1"\nsource = {{ virtual = "." }}\ndependencies = [{listed}]\n'
    return HEAD + own + "".join(packages)


TORCH = (
    package("torch", "2.5.0", "nvidia-cudnn-cu12", "triton"),
    package("torchvision", "0.20.0", "torch"),
    package("nvidia-cudnn-cu12", "9.1.0.70"),
    package("triton", "3.1.0"),
    package("nvidia-ml-py", "12.560.30"),
)
NEEDED = ("flask", "torchvision", "nvidia-ml-py")


def dockerfile(root: Path, **settings: object) -> str:
    return pipeline.generate(root, settings).files.dockerfile


def left_out(text: str) -> set[str]:
    return set(re.findall(r"--no-install-package (\S+)", text))


@pytest.mark.parametrize("user", ["triton", "openai-whisper"])
def test_the_compiler_of_kernels_stays_where_something_else_takes_it(user: str, folder: Make) -> None:
    needs = (*NEEDED, user)
    packages = TORCH if user == "triton" else (*TORCH, package(user, "1.0", "triton"))
    files = {"app.py": APP, "pyproject.toml": project(*needs), "uv.lock": lock(*packages, needs=needs)}
    assert "triton" not in left_out(dockerfile(folder(files)))


def test_pytorch_comes_from_its_own_index_without_cuda(folder: Make) -> None:
    files = {"app.py": APP, "pyproject.toml": project(*NEEDED), "uv.lock": lock(*TORCH, needs=NEEDED)}
    made = pipeline.generate(folder(files))
    text = made.files.dockerfile
    assert left_out(text) == {"torch", "torchvision", "nvidia-cudnn-cu12", "triton"}
    assert "uv pip install --no-cache-dir --no-deps --torch-backend cpu \\\n        torch==2.5.0 \\\n" in text
    assert "torchvision==0.20.0" in text
    assert "PyTorch (uv.lock:11) without CUDA is 2.5 GB smaller." in text
    assert not any("The lock brings PyTorch with CUDA" in note.text for note in made.plan.notes)


def test_tensorflow_comes_as_its_build_for_processors_on_the_machines_that_have_one(folder: Make) -> None:
    locked = lock(package("tensorflow", "2.16.2"), needs=("tensorflow",))
    made = pipeline.generate(folder({"app.py": APP, "pyproject.toml": project("tensorflow"), "uv.lock": locked}))
    text = made.files.dockerfile
    assert "--no-install-package tensorflow \\\n" in text
    assert """'tensorflow-cpu==2.16.2 ; platform_machine == "x86_64"'""" in text
    assert """'tensorflow==2.16.2 ; platform_machine != "x86_64"'""" in text
    assert "tensorflow-cpu (uv.lock:11) is tensorflow without CUDA, about 350 MB less to download." in text
    assert not any("carries code for GPUs" in note.text for note in made.plan.notes)


# Packages of the lock → why it is installed as it is.
AS_IT_IS = {
    "PyTorch comes from an index of the user's choice": (
        package("torch", "2.5.0+cu121", "nvidia-cudnn-cu12"),
        TORCH[2],
    ),
    "PyTorch comes without CUDA already": (package("torch", "2.5.0"),),
    "PyTorch has a version for each machine": (*TORCH, package("torch", "2.2.2")),
    "nobody looked at that TensorFlow": (package("tensorflow", "99.0"),),
    "TensorFlow's smaller build is there": (package("tensorflow", "2.16.2"), package("tensorflow-cpu", "2.16.2")),
    "neither is there": (package("numpy", "2.0.0"),),
}


@pytest.mark.parametrize("packages", AS_IT_IS.values(), ids=AS_IT_IS.keys())
def test_the_lock_is_installed_as_it_is_where(packages: tuple[str, ...], folder: Make) -> None:
    needs = ("torch", "torchvision", "tensorflow", "tensorflow-cpu", "numpy", "nvidia-cudnn-cu12")
    files = {"app.py": APP, "pyproject.toml": project(*needs), "uv.lock": lock(*packages, needs=needs)}
    assert "--no-install-package" not in dockerfile(folder(files))


def test_with_a_gpu_the_lock_is_installed_as_it_is(folder: Make) -> None:
    files = {"app.py": APP, "pyproject.toml": project(*NEEDED), "uv.lock": lock(*TORCH, needs=NEEDED)}
    assert "--no-install-package" not in dockerfile(folder(files), gpu=True)


def test_what_only_a_group_needs_is_not_installed_in_another_build(folder: Make) -> None:
    locked = lock(*TORCH, needs=("flask",))
    files = {"app.py": APP, "pyproject.toml": project("flask"), "uv.lock": locked}
    assert "--no-install-package" not in dockerfile(folder(files))


POETRY = """\
[[package]]
name = "torch"
version = "2.5.0"
groups = ["main"]
[package.dependencies]
nvidia-cudnn-cu12 = "9.1.0.70"

[[package]]
name = "nvidia-cudnn-cu12"
version = "9.1.0.70"
groups = ["main"]

[metadata]
lock-version = "2.1"
content-hash = "x"
"""
PIPFILE = '[packages]\ntensorflow = "*"\n'
PIPFILE_LOCK = '{"_meta": {}, "default": {"tensorflow": {"version": "==2.16.2"}}, "develop": {}}'
POETRY_FILES = {
    "app.py": APP,
    "pyproject.toml": '[tool.poetry]\nname = "svc"\n[tool.poetry.dependencies]\ntorch = "^2"\n',
    "poetry.lock": POETRY,
}
# The project's files → what goes again, and what comes instead.
OTHER_TOOLS = {
    "pipenv": (
        {"Pipfile": PIPFILE, "Pipfile.lock": PIPFILE_LOCK},
        "uv pip uninstall tensorflow",
        """'tensorflow-cpu==2.16.2 ; platform_machine == "x86_64"'""",
    ),
}


@pytest.mark.parametrize(("files", "gone", "instead"), OTHER_TOOLS.values(), ids=OTHER_TOOLS.keys())
def test_behind_other_tools_it_goes_again(files: dict[str, str], gone: str, instead: str, folder: Make) -> None:
    root = folder({"app.py": APP, **files})
    text = dockerfile(root)
    assert text.index(gone) < text.index(instead)
    assert "uninstall" not in dockerfile(root, gpu=True)
    assert "uninstall" not in dockerfile(root, installer="pip")


def test_of_what_poetry_exports_the_builds_for_gpus_are_not_even_fetched(folder: Make) -> None:
    text = dockerfile(folder(POETRY_FILES))
    assert "printf '%s\\n' torch nvidia-cudnn-cu12 > /tmp/excluded.txt" in text
    assert "--excludes /tmp/excluded.txt" in text
    assert "--torch-backend cpu \\\n        torch==2.5.0" in text
    assert "--excludes" not in dockerfile(folder(POETRY_FILES), gpu=True)


def test_pip_is_given_hashes_of_everything_or_of_nothing(folder: Make) -> None:
    from_git = POETRY.replace("[metadata]", '[package.source]\ntype = "git"\nurl = "x"\n\n[metadata]')
    hashed = dockerfile(folder(POETRY_FILES), installer="pip")
    unhashed = dockerfile(folder({**POETRY_FILES, "poetry.lock": from_git}), installer="pip")
    assert ["--without-hashes" in text for text in (hashed, unhashed)] == [False, True]
