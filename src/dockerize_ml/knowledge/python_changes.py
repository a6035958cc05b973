"""Which names of the standard library came or went with which version of Python."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows


class Change(NamedTuple):
    """The version that a name came or went with, as a PEP 440 specifier of the versions that have it."""

    specifier: str
    says: str


@lru_cache
def python_changes() -> Mapping[str, Change]:
    """Each changed name (``imp``, ``typing.Self``) with the versions that have it."""
    gone = {
        name: Change(f"<{row.text('in')}", f"`{name}` went with Python {row.text('in')}")
        for row in rows("python_changes", "gone")
        for name in row.texts("names")
    }
    new = {
        name: Change(f">={row.text('in')}", f"`{name}` came with Python {row.text('in')}")
        for row in rows("python_changes", "new")
        for name in row.texts("names")
    }
    return gone | new


def unhashable_defaults() -> Change:
    """Which versions still take an object without a hash as the default of a dataclass's field."""
    version = next(row.text("in") for row in rows("python_changes", "unhashable"))
    return Change(f"<{version}", f"a default without a hash in a dataclass went with Python {version}")


def suppliers(module: str) -> frozenset[str]:
    """The distributions that bring a module which Python dropped."""
    named = {row.text("by") for row in rows("python_changes", "supplied") if row.text("name") == module}
    return frozenset({f"standard-{module}", *named})
