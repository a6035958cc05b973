"""The ignore file that a build of a Dockerfile would heed."""

from __future__ import annotations

from pathlib import Path

from dockerize_ml.dockerfile import read_bytes

_SIZE_LIMIT = 1_000_000


def ignore_text(name: str, folder: Path | None) -> str | None:
    """The text of the ignore file beside the Dockerfile ``name``, or None where there is none that can be read.

    One that is named for the Dockerfile (``Dockerfile.dockerignore``) comes before the folder's own.
    """
    if folder is None:
        return None
    for path in (folder / f"{Path(name).name}.dockerignore", folder / ".dockerignore"):
        try:
            if path.is_file() and path.stat().st_size <= _SIZE_LIMIT:
                return read_bytes(path.read_bytes())
        except OSError:
            continue
    return None
