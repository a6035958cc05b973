"""One Debian package that something of the project needs, and where that shows."""

from typing import NamedTuple

from dockerize_ml.facts.model import Evidence

# Facts speak in the names of this release; the planner renames them for the release of the image.
RELEASE = "bookworm"


class Need(NamedTuple):
    """A Debian package and the place that asks for it.

    Attributes:
        is_runtime: whether the running program needs it; else only the build does.
    """

    package: str
    evidence: Evidence
    is_runtime: bool = True
