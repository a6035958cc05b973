"""What a set takes from the standard library and the chosen Python has no more: read in its sources, never run."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from packaging.specifiers import SpecifierSet

from dockerize_ml.facts.source.unguarded import dotted, unguarded
from dockerize_ml.knowledge.imports import distributions_of, normalised
from dockerize_ml.knowledge.python_changes import Change, python_changes, suppliers
from dockerize_ml.knowledge.pythons import python as known_python
from dockerize_ml.resolve.model import Ask, Locked
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.sdists import unpack_modules
from dockerize_ml.resolve.uv import Clock, TimeUpError, Uv
from dockerize_ml.resolve.wheel_contents import WheelContents

# Bytes of a wheel that is worth fetching; bigger ones are compiled: one for the Python was made and tried with it.
_BIGGEST = 3_000_000
# Seconds that have to be left for resolving once more.
_RESERVE = 15.0


class Outlived(NamedTuple):
    """The versions of Python that still have what a package takes, and the words that say so."""

    versions: str
    why: str


def outlived(uv: Uv, found: tuple[Locked, ...], imported: Iterable[str], python: str) -> Outlived | None:
    """The first name that is gone, of all that is loaded when the program starts.

    Packages that are younger than the Python are left out: who made them knew it.

    Args:
        uv: whom to ask.
        found: the set.
        imported: the modules that the program imports.
        python: the minor version that the set is for.
    """
    names = {each.name for each in found}
    with TemporaryDirectory(prefix="dockerize-ml-") as folder:
        contents = WheelContents(Path(folder))
        try:
            _unpack(replace(uv, clock=Clock(uv.clock.end - _RESERVE)), found, python, contents.root)
        except TimeUpError:
            return None
        for module, tree in _loaded(contents, imported):
            for name in _taken(tree):
                change = _gone(name, python)
                top = _top(name)
                if change and suppliers(top).isdisjoint(names) and contents.module(top) is None:
                    return Outlived(change.specifier, f"{_owner(module, found)} needs an older one: {change.says}")
    return None


def _unpack(uv: Uv, found: tuple[Locked, ...], python: str, folder: Path) -> None:
    """Lay the sources of the older packages into a folder, as if they were installed."""
    known = releases(uv, [Ask(each.name, f"{each.name}=={each.version}") for each in found])
    old = [each for each in known.values() if _is_older(each, python)] if isinstance(known, dict) else []
    wheels = [f"{each.name}=={each.version}" for each in old if python in each.pythons and each.size <= _BIGGEST]
    if wheels:
        uv.unpack(wheels, python, folder)
    for each in old:
        if python not in each.pythons and each.sdist:
            unpack_modules(each.sdist, uv.clock.left, folder)


def _is_older(release: Release, python: str) -> bool:
    chosen = known_python(python)
    return release.uploaded is None or chosen is None or release.uploaded < chosen.released


def _loaded(contents: WheelContents, imported: Iterable[str]) -> Iterator[tuple[str, ast.Module]]:
    """The modules that an import loads, and those that they load in turn, as soon as they are imported."""
    waiting, seen = list(imported), {""}
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        waiting.append(module.rpartition(".")[0])
        found = contents.module(module)
        if found is not None:
            tree, package = found
            yield module, tree
            waiting.extend(_imports(tree, package))


def _imports(tree: ast.Module, package: str) -> Iterator[str]:
    parts = package.split(".")
    for node in unguarded(tree, at_start=True):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                above = parts[: len(parts) - level + 1] if level else []
                start = ".".join((*above, *([module] if module else [])))
                yield from (start, *(f"{start}.{alias.name}" for alias in names))


def _taken(tree: ast.Module) -> Iterator[str]:
    """The names of other modules that are used as soon as the module is imported."""
    local = _modules(tree)
    for node in unguarded(tree, at_start=True):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                yield from (module, *(f"{module}.{alias.name}" for alias in names))
            case ast.Attribute():
                root, _, rest = dotted(node).partition(".")
                if root in local:
                    yield f"{local[root]}.{rest}"


def _modules(tree: ast.Module) -> dict[str, str]:
    """The names that stand for a module all through the file, each with that module."""
    found: dict[str, str] = {}
    for node in unguarded(tree, at_start=True):
        if isinstance(node, ast.Import):
            for alias in node.names:
                module = alias.name if alias.asname else _top(alias.name)
                found[alias.asname or module] = module
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    return {name: module for name, module in found.items() if name not in bound}


def _top(name: str) -> str:
    return name.partition(".")[0]


def _gone(name: str, python: str) -> Change | None:
    """How a name went before this Python."""
    changes = python_changes()
    change = changes.get(name) or changes.get(_top(name))
    went = change is not None and change.specifier.startswith("<")
    return change if change and went and not SpecifierSet(change.specifier).contains(python) else None


def _owner(module: str, found: tuple[Locked, ...]) -> str:
    """The distribution that a module is of."""
    top = _top(module)
    names = {*distributions_of(top), normalised(top)}
    return next((f"{each.name}=={each.version}" for each in found if each.name in names), top)
