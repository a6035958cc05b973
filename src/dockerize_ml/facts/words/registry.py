"""Readers of the project's own words register themselves here."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dockerize_ml.facts.words.word import Word
    from dockerize_ml.project.project import Project

    Reader = Callable[[Project], Iterator[Word]]

_readers: dict[str, Reader] = {}


def words(function: Reader) -> Reader:
    """Register a reader: a generator of what one kind of file says."""
    _readers[function.__name__] = function
    return function


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, found by walking the package."""
    package = "dockerize_ml.facts.words.readers"
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    return tuple(_readers[name] for name in sorted(_readers))


def spoken(project: Project) -> tuple[Word, ...]:
    """All that the project's own words say."""
    return tuple(word for read in readers() for word in read(project))
