"""One text to lint."""

from pathlib import Path
from typing import NamedTuple


class Source(NamedTuple):
    """A Dockerfile's text, the name to report it under, and the folder that would be its build context, if known."""

    name: str
    text: str
    folder: Path | None = None
