"""A folder's commit, from ``.git`` as data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.project.last_commit import head

COMMIT = "0123456789abcdef0123456789abcdef01234567"
FOUND: dict[str, dict[str, str]] = {
    "a branch": {".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": f"{COMMIT}\n"},
    "a branch with a slash": {".git/HEAD": "ref: refs/heads/fix/it\n", ".git/refs/heads/fix/it": COMMIT},
    "a commit by itself": {".git/HEAD": f"{COMMIT}\n"},
    "packed references": {
        ".git/HEAD": "ref: refs/heads/main\n",
        ".git/packed-refs": f"# pack-refs with: peeled\n{COMMIT[::-1]} refs/heads/mainly\n{COMMIT} refs/heads/main\n",
    },
}
NONE: dict[str, dict[str, str]] = {
    "no repository": {"app.py": ""},
    "no commit yet": {".git/HEAD": "ref: refs/heads/main\n"},
    "a reference that leads out": {".git/HEAD": "ref: refs/../../secret\n", "secret": COMMIT},
    "a worktree, whose data lies elsewhere": {".git": "gitdir: /somewhere"},
    "no hash": {".git/HEAD": "ref: refs/heads/main", ".git/refs/heads/main": "latest"},
}


@pytest.mark.parametrize("files", FOUND.values(), ids=FOUND.keys())
def test_the_commit_is_found(files: dict[str, str], folder: Callable[[dict[str, str]], Path]) -> None:
    assert head(folder(files)) == COMMIT


@pytest.mark.parametrize("files", NONE.values(), ids=NONE.keys())
def test_none_is_invented(files: dict[str, str], folder: Callable[[dict[str, str]], Path]) -> None:
    assert head(folder(files)) is None
