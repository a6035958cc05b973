"""What lies in installed packages and an image does not need."""

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from itertools import accumulate
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows


class Needless(NamedTuple):
    """Something that no program needs.

    Attributes:
        name: of a folder or file wherever it is, ``tests``, or a path below site-packages, ``torch/include``.
        megabytes: how big it is, 0 where nobody knows.
    """

    name: str
    megabytes: int = 0


def needless(distributions: Collection[str], *, compiles: bool) -> Iterator[Needless]:
    """What can be left out.

    Args:
        distributions: what is installed, as far as it is known.
        compiles: whether there is a compiler in the image, so that headers are of use.
    """
    for row in rows("pruning", "path"):
        wanted = not set(row.texts("wanted_by")).isdisjoint(distributions) or (compiles and row.flag("to_compile"))
        if not wanted and not set(row.texts("distributions")).isdisjoint(distributions):
            yield Needless(row.text("path"), row.number("megabytes") or 0)


def is_left_out(parts: Collection[str]) -> bool:
    """Whether something in a package is left out of an image.

    Args:
        parts: of its dotted name, or of its path below site-packages; the first is the package.
    """
    patterns = [row.text("path") for row in rows("pruning", "path")]
    return any(fnmatchcase(path, each) for path in accumulate(parts, "{}/{}".format) for each in patterns)
