"""One text to lint."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A Dockerfile's text, the name to report it under, and the folder that would be its build context, if known."""

    name: str
    text: str
    folder: Path | None = None
