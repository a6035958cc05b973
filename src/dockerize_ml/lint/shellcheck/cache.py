"""ShellCheck's answers on disk, keyed by everything that decides them; losing them costs time and nothing else."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.shellcheck.remark import Remark

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from types import TracebackType

    from dockerize_ml.lint.shellcheck.script import ShellScript

_FILE = "shellcheck-1.sqlite3"
_MOST_ROWS = 50_000
_MOST_ASKED = 500
_SCHEMA = "CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, remarks TEXT NOT NULL)"


def default_cache() -> Path | None:
    """The file in the user's own cache folder; None where there is no such folder."""
    if os.name == "nt":
        folder = os.environ.get("LOCALAPPDATA", "")
    else:
        folder = os.environ.get("XDG_CACHE_HOME", "")
    if folder and Path(folder).is_absolute():
        return Path(folder) / "dockerize-ml" / _FILE
    try:
        home = Path.home()
    except RuntimeError:
        return None
    usual = {"darwin": "Library/Caches", "win32": "AppData/Local"}.get(sys.platform, ".cache")
    return home / usual / "dockerize-ml" / _FILE
