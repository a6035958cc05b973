"""What is sent to the engine for a build: the files of the folder that .dockerignore lets through."""

import os
from collections.abc import Iterator
from pathlib import Path

from dockerize_ml.dockerfile.ignore import Ignore


def sent_files(root: Path, ignore: Ignore) -> Iterator[tuple[str, int]]:
    """Each file with its bytes; links are sent as links and not followed."""
    top = str(root)
    for folder, names, files in os.walk(top):
        inside = os.path.relpath(folder, top).replace(os.sep, "/")
        above = "" if inside == "." else f"{inside}/"
        if not ignore.has_exceptions:
            names[:] = [name for name in names if not ignore.matches(above + name)]
        for name in files:
            if not ignore.matches(above + name):
                yield above + name, _size(os.path.join(folder, name))  # noqa: PTH118 - as os.walk names it


def megabytes(size: int) -> str:
    """``12.3 MB``, ``4.5 kB``, ``31 bytes``: as a reader takes them in."""
    if size < 100:
        return f"{size} bytes"
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0
