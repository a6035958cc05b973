"""A text of a list of requirements or commands, and where it stands."""

from typing import NamedTuple


class Found(NamedTuple):
    """A text and the line it stands in.

    Attributes:
        text: as it stands there.
        line: its line.
        is_file: whether it names a list of requirements to read.
        path: the file that it stands in, where that is another than the one that is read.
    """

    text: str
    line: int
    is_file: bool = False
    path: str = ""
