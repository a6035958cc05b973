"""What to lint: files, Dockerfiles found below folders, and standard input."""

from __future__ import annotations

import re
import sys
from os import walk
from pathlib import Path
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile import read_bytes
from dockerize_ml.errors import DockerizeError, UsageError
from dockerize_ml.lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

STANDARD_INPUT = "-"
_NAME = re.compile(r"(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?|[\w.-]+\.(?:Dockerfile|dockerfile|Containerfile)")
# These begin or end like a Dockerfile and are none.
_OTHER = (".dockerignore", ".md", ".txt", ".j2", ".jinja", ".tmpl", ".template", ".orig", ".bak", ".rej")
_NEVER = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox"})
_SIZE_LIMIT = 5_000_000


def read_inputs(names: Sequence[str], stdin_name: str) -> tuple[list[Source], list[DockerizeError]]:
    """The texts to lint, in order, and what could not be read; the rest is linted all the same.

    Args:
        names: files, folders to search, or ``-`` for standard input.
        stdin_name: what to call standard input.
    """
    sources: list[Source] = []
    unread: list[DockerizeError] = []
    for name in dict.fromkeys(names):
        try:
            sources += _sources(name, stdin_name)
        except DockerizeError as trouble:
            unread.append(trouble)
    return sources, unread


def _sources(name: str, stdin_name: str) -> Iterator[Source]:
    if name == STANDARD_INPUT:
        yield Source(stdin_name, read_bytes(sys.stdin.buffer.read(_SIZE_LIMIT)))
        return
    path = Path(name)
    if not path.is_dir():
        yield _file(path)
        return
    found = sorted(_below(path))
    if not found:
        raise UsageError(path=name, reason=f"`{name}` holds no Dockerfile.", hint="Name the file itself.")
    for file in found:
        yield _file(file)


def _file(path: Path) -> Source:
    if not path.is_file():
        what = "is not a regular file" if path.exists() else "does not exist"
        raise UsageError(path=str(path), reason=f"`{path}` {what}.", hint="Name a Dockerfile, a folder, or `-`.")
    if path.stat().st_size > _SIZE_LIMIT:
        raise UsageError(
            path=str(path), reason=f"`{path}` is larger than 5 MB.", hint="No Dockerfile is; is it the right file?"
        )
    try:
        return Source(str(path), read_bytes(path.read_bytes()), path.parent)
    except OSError as error:
        raise UsageError(
            path=str(path), reason=f"`{path}` cannot be read: {error.strerror}.", hint="Check the file's permissions."
        ) from error


def _below(root: Path) -> Iterator[Path]:
    """Dockerfiles by their name, without what .gitignore leaves out; links are not followed."""
    ignored = _ignored(root)
    for folder, subfolders, files in walk(root):
        here = Path(folder)
        subfolders[:] = [name for name in subfolders if name not in _NEVER and not ignored(here / name, is_folder=True)]
        for name in files:
            path = here / name
            if _NAME.fullmatch(name) and not name.endswith(_OTHER) and not ignored(path, is_folder=False):
                yield path


def _ignored(root: Path) -> Callable[..., bool]:
    """Asks the .gitignore in ``root``, where there is one."""
    file = root / ".gitignore"
    if not file.is_file():
        return lambda _path, **_: False
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where there is a .gitignore

    spec = GitIgnoreSpec.from_lines(file.read_text(encoding="utf-8", errors="replace").splitlines())

    def is_ignored(path: Path, *, is_folder: bool) -> bool:
        return spec.match_file(path.relative_to(root).as_posix() + ("/" if is_folder else ""))

    return is_ignored
