"""Walking folders that were made to be walked badly."""

import os
import socket
from pathlib import Path

import pytest

from dockerize_ml.project.project import Project
from dockerize_ml.project.walk import walk


def write(root: Path, *paths: str) -> None:
    """Empty files."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("")


def test_follows_links_to_files_inside_only(tmp_path: Path) -> None:
    write(tmp_path, "outside.py", "project/real.py", "project/sub/x.py")
    project = tmp_path / "project"
    (project / "inside.py").symlink_to("real.py")
    (project / "outside.py").symlink_to(tmp_path / "outside.py")
    (project / "sub" / "up.py").symlink_to("../../outside.py")
    (project / "dangling.py").symlink_to("nowhere.py")
    (project / "loop").symlink_to(project)
    (project / "sub" / "loop").symlink_to("..")
    (project / "itself").symlink_to("itself")
    found = walk(project)
    assert found.files == ["inside.py", "real.py", "sub/x.py"]
    assert [note.at.path for note in found.notes] == ["outside.py", "sub/up.py"]


def test_root_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/app.py")
    (tmp_path / "link").symlink_to("real")
    assert Project.open(tmp_path / "link").files == ("app.py",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_passes_over_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "app.py")
    os.mkfifo(tmp_path / "requirements.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.py")
        assert walk(tmp_path).files == ["app.py"]


def test_leaves_out_crowds_but_not_the_program_among_them(tmp_path: Path) -> None:
    write(tmp_path, "app.py", "labels.csv", *(f"{number}.jpg" for number in range(600)))
    found = walk(tmp_path)
    assert found.files == ["app.py", "labels.csv"]
    assert "600 files `*.jpg`" in found.notes[0].reason


def test_names_that_are_no_text_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "app.py", "naïve.py")
    try:
        (tmp_path / os.fsdecode(b"bad\xff.py")).write_text("")
    except OSError:
        pytest.skip("this file system knows UTF-8 names only")
    assert walk(tmp_path).files == ["app.py", "naïve.py"]


def test_depth_is_bounded(tmp_path: Path) -> None:
    write(tmp_path, "/".join(["d"] * 70) + "/deep.py", "app.py")
    found = walk(tmp_path)
    assert found.files == ["app.py"]
    assert "60 folders deep" in found.notes[0].reason


def test_paths_longer_than_the_system_allows_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "app.py")
    monkeypatch.chdir(tmp_path)
    for _ in range(25):
        Path("x" * 200).mkdir()
        os.chdir("x" * 200)
    monkeypatch.chdir(tmp_path)
    assert walk(tmp_path).files == ["app.py"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may list everything")
def test_folder_without_permission_is_told(tmp_path: Path) -> None:
    write(tmp_path, "app.py", "closed/a.py")
    (tmp_path / "closed").chmod(0)
    found = walk(tmp_path)
    (tmp_path / "closed").chmod(0o755)
    assert found.files == ["app.py"]
    assert [note.at.path for note in found.notes] == ["closed"]
