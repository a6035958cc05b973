"""What the readers' tests share: a project made of a few files, and what is read from it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

Files = dict[str, str | bytes]
Make = Callable[[Files], Project]
Read = Callable[[Files], tuple[Manifest, ...]]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A project with these files."""

    def write(files: Files) -> Project:
        for name, content in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Project.open(tmp_path)

    return write


@pytest.fixture
def read(make: Make) -> Read:
    """The manifests of a project with these files."""
    return lambda files: read_manifests(make(files))
