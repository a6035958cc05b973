"""The rotted projects of ``tests/rot``: what each expects, and a copy of it with a past."""

import shutil
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.history import commit
from benchmarks.tried import Project

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "rot"
_SEEN_IN_COPY = shutil.ignore_patterns("expect.toml", "__pycache__")


@dataclass(frozen=True, kw_only=True)
class Rotted(Project):
    """A project that worked once.

    Attributes:
        rotten: what is wrong with it today.
        last_commit: the day of its last commit, for projects that are dated by their history.
    """

    rotten: str
    last_commit: date | None = None

    @property
    def about(self) -> str:
        """What is wrong with it today."""
        return self.rotten

    def laid(self, folder: Path) -> Path:
        """A copy as its author left it, its history included."""
        return copied(self, folder)


def corpus(names: list[str] | None = None) -> list[Rotted]:
    """All of them, or those of these names, in the order of their names."""
    folders = [path.parent for path in sorted(CORPUS.glob("*/expect.toml"))]
    return [_read(folder) for folder in folders if not names or folder.name in names]


def copied(project: Rotted, target: Path) -> Path:
    """A copy as its author left it, its history included."""
    root = target / project.name
    shutil.copytree(CORPUS / project.name, root, ignore=_SEEN_IN_COPY)
    if project.last_commit is not None:
        commit(root, project.last_commit)
    return root


def _read(folder: Path) -> Rotted:
    told = tomllib.loads((folder / "expect.toml").read_text())
    post = told.get("post")
    return Rotted(
        name=folder.name,
        rotten=told["rotten"],
        says=told["says"],
        route=told.get("route", "/"),
        is_job=told.get("job", False),
        post=(post["route"], post["json"], post["says"]) if post else None,
        last_commit=told.get("last_commit"),
        outside=told.get("outside", ""),
        needs=tuple(told.get("needs", ())),
    )
