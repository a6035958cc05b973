"""How a function becomes a check, and what every check may look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TypeAlias

from dockerize_ml.dockerfile.nodes import Dockerfile
from dockerize_ml.engine.check import Check
from dockerize_ml.validation import checks


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: the folder, which is the build context, and its Dockerfile."""

    folder: Path
    dockerfile: Dockerfile


Checker: TypeAlias = Callable[[Subject], Iterator[Check]]

_known: dict[str, Checker] = {}


def check(function: Checker) -> Checker:
    """Register a check under its module's name."""
    _known[function.__module__] = function
    return function


def all_checks() -> tuple[Checker, ...]:
    """Every check, in the order of their modules' names."""
    for module in iter_modules(checks.__path__):
        import_module(f"{checks.__name__}.{module.name}")
    return tuple(_known[name] for name in sorted(_known))
