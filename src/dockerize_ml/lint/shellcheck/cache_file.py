"""Where answers are kept between runs."""

import os
import sys
from pathlib import Path

_FILE = "shellcheck-2.sqlite3"
_USUAL = {"darwin": "Library/Caches", "win32": "AppData/Local"}


def default_cache() -> Path | None:
    """The file in the user's own cache folder; None where there is no such folder."""
    folder = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if folder and Path(folder).is_absolute():
        return Path(folder) / "dockerize-ml" / _FILE
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / _USUAL.get(sys.platform, ".cache") / "dockerize-ml" / _FILE
