"""A history of one commit for a project that came without any: `init` dates a project by its last one."""

from datetime import UTC, date, datetime
from pathlib import Path


def commit(root: Path, day: date) -> None:
    """Commit all that is there, at noon of that day."""
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
