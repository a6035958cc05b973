"""Detectors register themselves here; their modules are found by walking the package."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dockerize_ml.facts.claim import Claim
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

    Detector = Callable[[Survey], Iterator[Claim]]
    Finder = Callable[[Survey], Iterator[Program]]

_detectors: dict[str, Detector] = {}
_finders: dict[str, Finder] = {}


def detector(function: Detector) -> Detector:
    """Register a detector: a generator of claims about the surveyed project."""
    _detectors[f"{function.__module__}.{function.__name__}"] = function
    return function


def framework(name: str) -> Callable[[Finder], Finder]:
    """Register the finder of one framework's programs under the framework's name."""

    def register(function: Finder) -> Finder:
        _finders[name] = function
        return function

    return register


@cache
def detectors() -> tuple[Detector, ...]:
    """Every detector, in the order of their modules' names."""
    _import_all("dockerize_ml.facts.detectors")
    return tuple(_detectors[name] for name in sorted(_detectors))


@cache
def finders() -> tuple[tuple[str, Finder], ...]:
    """Every framework's finder with the framework's name."""
    _import_all("dockerize_ml.facts.detectors.frameworks")
    return tuple(sorted(_finders.items()))


def _import_all(package: str) -> None:
    for module in iter_modules(import_module(package).__path__):
        if not module.ispkg:
            import_module(f"{package}.{module.name}")
