"""The biggest savings that an image allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from dockerize_ml.engine.sizes import Sizes
from dockerize_ml.knowledge.savings import Saving, savings

_LEAST = 1_000_000


@dataclass(frozen=True, slots=True)
class Slimming:
    """What to do, about how many bytes it saves, and where."""

    advice: str
    saves: int
    where: tuple[str, ...]


def slimmings(found: Sizes, most: int = 3) -> tuple[Slimming, ...]:
    """The biggest of the known savings, biggest first."""
    possible = sorted(_possible(found), key=lambda one: -one.saves)
    return tuple(possible[:most])


def _possible(found: Sizes) -> Iterator[Slimming]:
    for saving in savings():
        parts = tuple(_matching(saving, found))
        saves = sum(size for _, size in parts) * saving.share // 100
        if saves >= _LEAST:
            yield Slimming(saving.advice, saves, tuple(name for name, _ in parts))


def _matching(saving: Saving, found: Sizes) -> Iterator[tuple[str, int]]:
    if saving.package is not None:
        for package in found.packages:
            if saving.package.fullmatch(package.name):
                yield f"{package.name} {package.version}", package.size
    if saving.layer is not None:
        # An environment that is copied from a build stage is the packages themselves, told of one by one.
        for layer in found.layers:
            if saving.layer.fullmatch(layer.instruction) and "venv" not in layer.instruction:
                yield layer.instruction, layer.size
