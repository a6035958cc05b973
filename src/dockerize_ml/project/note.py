"""What a reader wants to be told about: something that was left out or could not be read."""

from typing import NamedTuple

from dockerize_ml.project.place import Place


class Note(NamedTuple):
    """A place and, in one plain sentence, what could not be read there."""

    at: Place
    reason: str

    def __str__(self) -> str:
        """As a line of a report: ``data: links outside the project; not followed.``."""
        return f"{self.at}: {self.reason}"
