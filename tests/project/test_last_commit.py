"""The day of the last commit, out of repositories that dulwich makes and that git never sees."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from dulwich import porcelain
from dulwich.repo import Repo

from dockerize_ml.project.last_commit import last_commit

DAY = date(2021, 5, 3)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "app.py").write_text("print()\n")
    seconds = int(datetime(2021, 5, 3, 10, tzinfo=UTC).timestamp())
    with porcelain.init(str(root)) as repo:
        worktree = repo.get_worktree()
        worktree.stage(["app.py"])
        worktree.commit(
            message=b"one",
            committer=b"A <a@example.org>",
            author=b"A <a@example.org>",
            commit_timestamp=seconds,
            author_timestamp=seconds,
            commit_timezone=0,
            author_timezone=0,
        )
    return root


def test_a_loose_commit(repository: Path) -> None:
    assert last_commit(repository) == DAY


def test_a_packed_commit_and_packed_references(repository: Path) -> None:
    with Repo(str(repository)) as repo:
        repo.object_store.pack_loose_objects()
        repo.refs.pack_refs(all=True)
    assert not [path for path in (repository / ".git" / "objects").glob("??/*") if path.is_file()]
    assert last_commit(repository) == DAY


def test_a_detached_head(repository: Path) -> None:
    with Repo(str(repository)) as repo:
        (repository / ".git" / "HEAD").write_bytes(repo.head() + b"\n")
    assert last_commit(repository) == DAY


def _hook(root: Path) -> None:
    hook = root / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {root}/ran\n")
    hook.chmod(0o755)
    (root / ".git" / "config").write_text(f"[core]\n\tfsmonitor = {hook}\n\tpager = {hook}\n")


def test_nothing_of_the_repository_is_run(repository: Path) -> None:
    _hook(repository)
    assert last_commit(repository) == DAY
    assert not (repository / "ran").exists()


def _broken_packs(root: Path) -> None:
    with Repo(str(root)) as repo:
        repo.object_store.pack_loose_objects()
    for pack in (root / ".git" / "objects" / "pack").glob("*"):
        pack.chmod(0o644)
        pack.write_bytes(pack.read_bytes()[:40])


def _linked_out(root: Path) -> None:
    outside = root.parent / "outside"
    (root / ".git").rename(outside)
    (root / ".git").symlink_to(outside)


def _worktree(root: Path) -> None:
    (root / ".git").rename(root.parent / "elsewhere")
    (root / ".git").write_text(f"gitdir: {root.parent}/elsewhere\n")


def _pipe(root: Path) -> None:
    (root / ".git" / "HEAD").unlink()
    os.mkfifo(root / ".git" / "HEAD")


def _climbing(root: Path) -> None:
    (root / ".git" / "HEAD").write_text("ref: refs/../../../secret\n")
    (root.parent / "secret").write_text("0" * 40)


def _loose_object(root: Path) -> None:
    for path in (root / ".git" / "objects").glob("??/*"):
        path.chmod(0o644)
        path.write_bytes(b"garbage")


def _no_commit(root: Path) -> None:
    (root / ".git" / "HEAD").write_text("ref: refs/heads/none\n")


def _empty_head(root: Path) -> None:
    (root / ".git" / "HEAD").write_text("")


BROKEN: dict[str, Callable[[Path], None]] = {
    "packs that were cut": _broken_packs,
    "objects that are garbage": _loose_object,
    "a link out of the project": _linked_out,
    "a worktree, whose repository lies elsewhere": _worktree,
    "a pipe": _pipe,
    "a reference that climbs out": _climbing,
    "no commit yet": _no_commit,
    "an empty head": _empty_head,
}


@pytest.mark.parametrize("spoil", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_repository_is_no_error(spoil: Callable[[Path], None], repository: Path) -> None:
    spoil(repository)
    assert last_commit(repository) is None


def test_without_a_repository_nothing_tells(tmp_path: Path) -> None:
    assert last_commit(tmp_path) is None
