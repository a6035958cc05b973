"""The rotted projects of ``tests/rot``: what each expects, and a copy of it with a past."""

import shutil
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "rot"
_SEEN_IN_COPY = shutil.ignore_patterns("expect.toml", "__pycache__")


@dataclass(frozen=True)
class Rotted:
    """A project that worked once.

    Attributes:
        name: its folder's.
        rotten: what is wrong with it today.
        says: what its answer, or its log where it is a job, contains when it works again.
        route: what to ask for.
        is_job: whether it does its work and ends.
        post: a route and the JSON to post to it, and what the answer contains; or None.
        last_commit: the day of its last commit, for projects that are dated by their history.
        outside: what it needs that no image can hold; empty for those that have to work.
        needs: what has to be said of that.
    """

    name: str
    rotten: str
    says: str
    route: str = "/"
    is_job: bool = False
    post: tuple[str, str, str] | None = None
    last_commit: date | None = None
    outside: str = ""
    needs: tuple[str, ...] = ()


def corpus(names: list[str] | None = None) -> list[Rotted]:
    """All of them, or those of these names, in the order of their names."""
    folders = [path.parent for path in sorted(CORPUS.glob("*/expect.toml"))]
    return [_read(folder) for folder in folders if not names or folder.name in names]


def copied(project: Rotted, target: Path) -> Path:
    """A copy as its author left it, its history included."""
    root = target / project.name
    shutil.copytree(CORPUS / project.name, root, ignore=_SEEN_IN_COPY)
    if project.last_commit is not None:
        _commit(root, project.last_commit)
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


def _commit(root: Path, day: date) -> None:
    from dulwich.repo import Repo  # noqa: PLC0415 - only projects with a history need it

    seconds = int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
    files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    with Repo.init(str(root)) as repository:
        work = repository.get_worktree()
        work.stage(files)
        work.commit(
            message=b"Update",
            author=b"Ada <ada@example.org>",
            committer=b"Ada <ada@example.org>",
            commit_timestamp=seconds,
            author_timestamp=seconds,
            commit_timezone=0,
            author_timezone=0,
        )
