"""What source distributions say of themselves, read without running them."""

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dockerize_ml.resolve.sdists import SourceRequires, static_requirements

Sdist = Callable[..., Path]

TELLS = {
    "setuptools' own list": (
        {"thing.egg-info/requires.txt": 'numpy>=1.0\n\n[extra]\npytest\n\n[:python_version < "3"]\nfutures\n'},
        SourceRequires(("numpy>=1.0", 'futures ; python_version < "3"'), is_legacy=True),
    ),
    "the metadata": (
        {"PKG-INFO": "Metadata-Version: 2.1\nName: thing\nVersion: 1.0\nRequires-Dist: six\nRequires-Dist: -bad-\n"},
        SourceRequires(("six",), is_legacy=True),
    ),
    "a version of no standard": (
        {"thing.egg-info/requires.txt": "pytz>=2011k\nsix>=1\n"},
        SourceRequires(("pytz", "six>=1"), is_legacy=True),
    ),
    "a setup.py for tools of its time": (
        {"setup.py": "from setuptools import setup, Extension, Feature\nsetup(use_2to3=True)\n"},
        SourceRequires(is_legacy=True, tools_until=date(2020, 3, 8), imported=frozenset({"setuptools"})),
    ),
    "a model that is compiled": ({"stan/unix/model.stan": "data {}"}, SourceRequires(is_native=True, is_legacy=True)),
    "a name that uv refuses": (
        {"pyproject.toml": "[build-system]\n", "tests/www.example.org:443": ""},
        SourceRequires(is_refused=True),
    ),
    "nothing": ({}, SourceRequires(is_legacy=True)),
    "a build system": ({"pyproject.toml": "[build-system]\n"}, SourceRequires()),
    "source that is compiled": ({"src/thing.cpp": "int main;"}, SourceRequires(is_native=True, is_legacy=True)),
}


@pytest.mark.parametrize(("files", "says"), TELLS.values(), ids=TELLS.keys())
def test_what_it_says(files: dict[str, str], says: SourceRequires, sdist: Sdist) -> None:
    archive = sdist("thing", "1.0", files)
    assert static_requirements(archive.as_uri(), 5) == says
    assert not (archive.parents[1] / "ran").exists()


def test_an_archive_of_the_seventh_unix_is_refused(sdist: Sdist) -> None:
    archive = sdist("thing", "1.0", {})
    assert not static_requirements(archive.as_uri(), 5).is_refused
    heads = bytearray(gzip.decompress(archive.read_bytes()))
    heads[257:265] = bytes(8)
    heads[148:156] = b" " * 8
    heads[148:156] = b"%06o\0 " % sum(heads[:512])
    archive.write_bytes(gzip.compress(heads))
    says = static_requirements(archive.as_uri(), 5)
    assert says.is_refused
    assert not says.is_unread


BROKEN = {"no archive": b"hello", "cut short": b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "empty": b""}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_read_may_need_a_compiler(data: bytes, tmp_path: Path) -> None:
    archive = tmp_path / "thing-1.0.tar.gz"
    archive.write_bytes(data)
    assert static_requirements(archive.as_uri(), 5) == SourceRequires(is_native=True, is_unread=True)


def test_only_the_web_and_files_are_read() -> None:
    assert static_requirements("ftp://example.org/thing.tar.gz", 1) == SourceRequires(is_native=True, is_unread=True)
