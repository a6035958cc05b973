"""A name of the standard library that the image's Python does not have: the newest Python that has it."""

from collections.abc import Iterator

from packaging.specifiers import SpecifierSet

from dockerize_ml.knowledge.python_changes import python_changes
from dockerize_ml.knowledge.pythons import pythons
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation


def python_with(name: str, situation: Situation) -> Iterator[Change]:
    """``inspect.getargspec`` → 3.10; nothing for a name that every Python has, or none."""
    changed = python_changes().get(name)
    if changed is None:
        return
    have = [known.minor for known in pythons() if known.slim and SpecifierSet(changed.specifier).contains(known.minor)]
    if have and have[-1] != situation.python:
        yield Change("python", (have[-1],), f"{changed.says}.")
