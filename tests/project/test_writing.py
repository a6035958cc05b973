"""Writing into a user's folder: whole files, with consent, never through a link."""

import os
from pathlib import Path

import pytest

from dockerize_ml.errors import OverwriteError, ProjectError
from dockerize_ml.project.writing import write_file


def test_a_new_file_is_readable_by_all(tmp_path: Path) -> None:
    assert write_file(tmp_path, "Dockerfile", "FROM x\n", replace=False) is None
    assert (tmp_path / "Dockerfile").read_text() == "FROM x\n"
    assert (tmp_path / "Dockerfile").stat().st_mode & 0o777 == 0o644


def test_the_same_text_is_left_alone(tmp_path: Path) -> None:
    write_file(tmp_path, "Dockerfile", "FROM x\n", replace=False)
    before = (tmp_path / "Dockerfile").stat().st_ino
    assert write_file(tmp_path, "Dockerfile", "FROM x\n", replace=True) is None
    assert (tmp_path / "Dockerfile").stat().st_ino == before


def test_another_text_needs_consent(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM mine\n")
    with pytest.raises(OverwriteError):
        write_file(tmp_path, "Dockerfile", "FROM x\n", replace=False)
    assert (tmp_path / "Dockerfile").read_text() == "FROM mine\n"


def test_two_backups_within_a_second_are_both_kept(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("one\n")
    first = write_file(tmp_path, "Dockerfile", "two\n", replace=True)
    second = write_file(tmp_path, "Dockerfile", "three\n", replace=True)
    assert first is not None
    assert second is not None
    assert [(tmp_path / kept).read_text() for kept in (first, second)] == ["one\n", "two\n"]
    assert (tmp_path / ".dockerize-ml" / ".gitignore").read_text() == "*\n"


NOT_FILES = {"a link": "link", "a folder": "folder", "a pipe": "pipe"}


@pytest.mark.parametrize("kind", NOT_FILES.values(), ids=NOT_FILES.keys())
def test_what_is_no_regular_file_is_refused(kind: str, tmp_path: Path) -> None:
    target = tmp_path / "Dockerfile"
    match kind:
        case "link":
            target.symlink_to(tmp_path / "elsewhere")
        case "folder":
            target.mkdir()
        case _:
            os.mkfifo(target)
    with pytest.raises(ProjectError):
        write_file(tmp_path, "Dockerfile", "FROM x\n", replace=True)
    assert not (tmp_path / "elsewhere").exists()


def test_no_temporary_file_stays_behind(tmp_path: Path) -> None:
    write_file(tmp_path, "Dockerfile", "FROM x\n", replace=False)
    with pytest.raises(ProjectError):
        write_file(tmp_path / "missing", "Dockerfile", "FROM x\n", replace=False)
    assert [path.name for path in tmp_path.iterdir()] == ["Dockerfile"]
