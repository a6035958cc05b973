"""Programs of the build stage, and where they come from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class BuildTool:
    """A program that builds or installs: from an ``image``, or as ``requirements``; there is one or the other.

    ``oldest_python`` is the oldest minor version that it installs for, ``since`` the day on which the first version
    that will do came out; None where nobody told. ``older`` has what runs on a Python before a version instead.
    """

    name: str
    image: str | None
    requirements: tuple[str, ...]
    oldest_python: str | None
    since: date | None
    why: str
    source: str
    checked: date
    older: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def requirements_for(self, python: str | None) -> tuple[str, ...]:
        """What to install where a minor version of Python runs it; the usual where nobody knows that."""
        fitting = (each for before, each in self.older if python and minor_key(python) < minor_key(before))
        return next(fitting, self.requirements)


def build_tool(name: str) -> BuildTool:
    """The tool of that name.

    Raises:
        KeyError: the table has none; a bug of ours.
    """
    return _tools()[name]


def gone_since(setup: str) -> date | None:
    """The first day on which setuptools lacks what the text of a setup.py takes from it, or None."""
    found = (row.day("day") for row in rows("build_tools", "gone") if re.search(row.text("pattern"), setup))
    return min((day for day in found if day), default=None)


def in_place_since() -> date:
    """The day whose setuptools can install a folder in place as uv asks for it."""
    return next(day for row in rows("build_tools", "editable") if (day := row.day("day")))


def in_place_needs() -> Iterator[str]:
    """The releases of setuptools that can do so, and that old projects still run beside."""
    return (row.text("requirement") for row in rows("build_tools", "editable"))


def build_needs(setup: str, *, compiles: bool) -> Iterator[str]:
    """The distributions that a setup.py imports though nothing requires them, and those that every build takes.

    Args:
        setup: its text.
        compiles: whether it asks for extensions to be compiled.
    """
    yield from (*build_tool("setuptools").requirements, "wheel")
    for row in rows("build_tools", "compiles") if compiles else ():
        if re.search(row.text("pattern"), setup):
            yield row.text("name")
    pips = (row.text("requirement") for row in rows("build_tools", "pip") if re.search(row.text("pattern"), setup))
    yield from islice(pips, 1)


def runs_since(python: str) -> date | None:
    """The first day whose setuptools runs on a minor version of Python; None where that of any day does."""
    reached = (
        row.day("day") for row in rows("build_tools", "runs") if minor_key(row.text("python")) <= minor_key(python)
    )
    return max((day for day in reached if day), default=None)


@lru_cache
def _tools() -> dict[str, BuildTool]:
    known = (
        BuildTool(
            name=row.text("name"),
            image=row.optional_text("image"),
            requirements=row.texts("requirements"),
            oldest_python=row.optional_text("oldest_python"),
            since=row.day("since"),
            why=row.why,
            source=row.source,
            checked=row.checked,
            older=tuple(
                (older.text("before"), older.texts("requirements"))
                for older in rows("build_tools", "older")
                if older.text("name") == row.text("name")
            ),
        )
        for row in rows("build_tools", "tool")
    )
    return {tool.name: tool for tool in known}
