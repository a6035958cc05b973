"""How a function becomes a command."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

# A command's parameters are its own; Typer reads them from its signature.
Command: TypeAlias = Callable[..., None]
Decorated = TypeVar("Decorated", bound=Command)

_known: dict[str, Command] = {}


def command(function: Decorated) -> Decorated:
    """Make a function a command of its own name."""
    _known[function.__name__.rstrip("_")] = function
    return function


def registered() -> Mapping[str, Command]:
    """Every command whose module was imported."""
    return _known
