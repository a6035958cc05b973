"""One text to lint."""

from pathlib import Path
from typing import NamedTuple


class Source(NamedTuple):
    """A Dockerfile's text, and what lies around it.

    Attributes:
        name: what to report it under.
        text: the text.
        folder: where the file lies, if it is one.
        project: the build context, where the user has named it; nobody guesses it.
    """

    name: str
    text: str
    folder: Path | None = None
    project: Path | None = None
