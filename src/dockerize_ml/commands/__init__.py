"""The commands, one verb per module, found by walking this package.

A module holds one function under ``@command``: its signature is the command's arguments and options, its docstring the
help. What a command needs beyond the command line it imports inside the function, so that the others start fast.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from dockerize_ml.commands.registry import Command, registered

_ORDER = ("init", "inspect", "lint", "explain", "validate", "build", "run", "size", "lock")


def command_named(name: str) -> Command | None:
    """The function of one command, without loading the others; None where there is none of that name."""
    if name not in {module.name for module in iter_modules(__path__)}:
        return None
    import_module(f"{__name__}.{name}")
    return registered().get(name)


def all_commands() -> Iterator[tuple[str, Command]]:
    """Name and function of every command, in the order a user meets them."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    known = registered()
    names = sorted(known, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    return ((name, known[name]) for name in names)
