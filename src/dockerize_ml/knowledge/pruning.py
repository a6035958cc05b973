"""What lies in installed packages and an image does not need."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from packaging.specifiers import SpecifierSet

from dockerize_ml.knowledge.table import Row, rows


class Needless(NamedTuple):
    """Something that no program needs.

    Attributes:
        name: of a folder or file wherever it is, ``tests``, or a path below site-packages, ``torch/include``.
        megabytes: how big it is, 0 where it is small or nobody knows.
    """

    name: str
    megabytes: int = 0


def needless(distributions: Collection[str], *, compiles: bool) -> Iterator[Needless]:
    """What can be left out.

    Args:
        distributions: what is installed, as far as it is known.
        compiles: whether there is a compiler in the image, so that headers are of use.
    """
    yield from (Needless(row.text("name")) for row in rows("pruning", "everywhere"))
    for row in rows("pruning", "path"):
        wanted = not set(row.texts("wanted_by")).isdisjoint(distributions) or (compiles and row.flag("to_compile"))
        if not wanted and not set(row.texts("distributions")).isdisjoint(distributions):
            yield Needless(row.text("path"), row.number("megabytes") or 0)


def is_left_out(parts: Collection[str]) -> bool:
    """Whether something in a package is left out of every image, by the parts of its dotted name or of its path."""
    return any(row.text("name") in parts for row in rows("pruning", "everywhere"))


def kept_packages(versions: Mapping[str, str | None], python: str | None) -> tuple[str, ...]:
    """Import names of packages that do import such a folder of theirs, where one of these distributions brings them.

    Args:
        versions: what is installed, as far as it is known, each with its version where that is known.
        python: the minor version that it is installed for.
    """
    found = rows("pruning", "keep")
    return tuple(row.text("name") for row in found if _is_one(row, versions, python))


def _is_one(row: Row, versions: Mapping[str, str | None], python: str | None) -> bool:
    names, limit = row.texts("distributions"), row.optional_text("versions")
    if set(names).isdisjoint(versions):
        return False
    version = versions.get(names[0])
    if limit is None:
        return True
    if not version:
        return python is not None and python == row.optional_text("python")
    return SpecifierSet(limit).contains(version)
