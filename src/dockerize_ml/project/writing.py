"""The only writer in a user's folder: whole files, atomically, never through a link."""

import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from dockerize_ml.errors import OverwriteError, ProjectError

BACKUPS = Path(".dockerize-ml") / "backups"


def write_file(root: Path, name: str, text: str, *, replace: bool) -> Path | None:
    """Write ``root/name``; a reader sees the old file or the new one, never half of either.

    Args:
        root: the project's folder.
        name: a file directly in it.
        text: the new content; written as UTF-8.
        replace: whether a file that is there and differs may be replaced.

    Returns:
        Where the old file was kept, or None where there was none or it was the same.

    Raises:
        OverwriteError: a file that differs is there and ``replace`` is false.
        ProjectError: the folder cannot be written to, or the name is a link or no regular file.
    """
    target = root / name
    shown = str(target)
    new = text.encode("utf-8")
    try:
        old = _existing(target)
        if old is None:
            _write(target, new, mode=None)
            return None
        if old == new:
            return None
        if not replace:
            raise OverwriteError(
                path=shown,
                reason=f"`{shown}` is there already and differs.",
                hint="`--diff` shows the change; `--force` makes it and keeps the old file.",
            )
        kept = _keep(root, name, old)
        _write(target, new, mode=stat.S_IMODE(target.stat().st_mode))
    except OSError as error:
        raise ProjectError(
            path=shown,
            reason=f"`{shown}` cannot be written: {error.strerror}.",
            hint="Check the folder's permissions and the space left on the disk.",
        ) from error
    return kept


def rewrite(path: Path, text: str) -> None:
    """Write a file that the user named, atomically; its mode stays, and so does every byte that is no text.

    Raises:
        ProjectError: it cannot be written, or is no regular file.
    """
    try:
        old = _existing(path)
        mode = None if old is None else stat.S_IMODE(path.stat().st_mode)
        _write(path, text.encode("utf-8", "surrogateescape"), mode=mode)
    except OSError as error:
        raise ProjectError(
            path=str(path), reason=f"`{path}` cannot be written: {error.strerror}.", hint="Check the permissions."
        ) from error


def remove_file(root: Path, name: str) -> None:
    """Remove a file that we wrote ourselves; nothing happens where it is gone already.

    Raises:
        ProjectError: it cannot be removed, or is no regular file.
    """
    path = root / name
    try:
        if _existing(path) is not None:
            path.unlink()
    except OSError as error:
        raise ProjectError(
            path=str(path), reason=f"`{path}` cannot be removed: {error.strerror}.", hint="Check the permissions."
        ) from error


def _existing(target: Path) -> bytes | None:
    """The bytes of a regular file, or None where nothing is."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        what = "a link" if stat.S_ISLNK(found.st_mode) else "not a regular file"
        raise ProjectError(path=str(target), reason=f"`{target}` is {what}.", hint="Move it away, then run this again.")
    return target.read_bytes()


def _keep(root: Path, name: str, old: bytes) -> Path:
    """Copy the old file to the backups, under the time of day, and never over an earlier one."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    folder = root / BACKUPS / stamp
    for number in range(1, 1000):
        kept = folder / name
        if not kept.exists():
            break
        folder = root / BACKUPS / f"{stamp}-{number}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Without this the backups would travel into the image and into the user's repository.
    ignore = root / BACKUPS.parent / ".gitignore"
    if not ignore.exists():
        _write(ignore, b"*\n", mode=None)
    _write(kept, old, mode=None)
    return kept.relative_to(root)


def _write(target: Path, content: bytes, mode: int | None) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for the owner alone; a Dockerfile is for everyone who may read the folder.
        Path(temporary).chmod(0o644 if mode is None else mode)
        Path(temporary).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise
