"""Locks of conda."""

from collections.abc import Callable

import pytest

from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

CHANNEL = "https://conda.anaconda.org/conda-forge"
EXPLICIT = f"""\
# This file may be used to create an environment using:
# $ conda create --name <env> --file <this file>
# platform: linux-64
@EXPLICIT
{CHANNEL}/linux-64/_libgcc_mutex-0.1-conda_forge.tar.bz2#d7c89558ba9fa0495403155b64376d81
{CHANNEL}/linux-64/python-3.9.16-h2782a2a_0_cpython.conda
{CHANNEL}/linux-64/scikit-learn-1.2.2-py39hd189fcb_1.conda
{CHANNEL}/noarch/flask-2.2.3-pyhd8ed1ab_0.conda
"""


def _package(name: str, version: str, platform: str = "linux-64", **fields: str) -> str:
    more = "".join(f"  {key}: {value}\n" for key, value in {"manager": "conda", "category": "main", **fields}.items())
    return (
        f"- name: {name}\n  version: {version}\n  platform: {platform}\n{more}"
        f"  dependencies:\n    name: '>=1'\n  hash:\n    md5: 0\n  optional: false\n"
    )


LOCK = (
    "version: 1\nmetadata:\n  channels:\n  - url: conda-forge\n    used_env_vars: []\n"
    "  platforms:\n  - linux-64\npackage:\n"
    + _package("python", "3.11.6")
    + _package("pytorch", "2.1.0")
    + _package("libblas", "3.9.0")
    + _package("opencv-python", "'4.8'", manager="pip")
    + _package("pytest", "7.4.0", category="dev")
    + _package("appnope", "0.1.3", "osx-64")
)


@pytest.mark.parametrize("name", ["spec-file.txt", "conda-linux-64.lock", "requirements.txt"])
def test_a_list_of_addresses(name: str, read: Read) -> None:
    (manifest,) = read({"a.py": "", name: EXPLICIT})
    assert (manifest.format, manifest.manager, manifest.locks) == ("conda-explicit", "conda", True)
    assert [(one.name, one.specifier) for one in manifest.requirements] == [
        ("scikit-learn", "==1.2.2"),
        ("flask", "==2.2.3"),
    ]
    assert manifest.python == ("==3.9.16", Place(name, 6))
    assert [one.name for one in manifest.native] == ["_libgcc_mutex"]


def test_what_conda_lock_settled_for_linux(read: Read) -> None:
    (manifest,) = read({"conda-lock.yml": LOCK})
    assert [(one.name, one.specifier, bool(one.conda)) for one in manifest.requirements] == [
        ("torch", "==2.1.0", True),
        ("opencv-python", "==4.8", False),
    ]
    assert manifest.python == ("==3.11.6", Place("conda-lock.yml", 9))
    assert [one.name for one in manifest.native] == ["libblas"]


OTHERS = {
    "addresses of another system": ("conda-osx-64.lock", EXPLICIT.replace("linux-64/", "osx-64/")),
    "a lock without Linux": ("conda-lock.yml", LOCK.replace("platform: linux-64", "platform: win-64")),
    "a lock of another tool": ("pnpm-lock.yaml", "lockfileVersion: '6.0'\npackages:\n  a: 1\n"),
    "prose": ("notes-env.txt", "We use @EXPLICIT files.\n"),
}


@pytest.mark.parametrize(("name", "text"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_lock_for_linux(name: str, text: str, read: Read) -> None:
    assert read({"a.py": "", name: text}) == ()
