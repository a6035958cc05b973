"""What a set takes from the standard library and the chosen Python has no more: read in its sources, never run."""

import ast
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from packaging.specifiers import SpecifierSet

from dockerize_ml.facts.source.failing import first_failing
from dockerize_ml.facts.source.unguarded import dotted
from dockerize_ml.facts.source.unhashable import first_unhashable_default
from dockerize_ml.knowledge.python_changes import Change, python_changes, suppliers, unhashable_defaults
from dockerize_ml.resolve.loaded import Module, Sources, taken


class Outlived(NamedTuple):
    """The versions of Python that still have what a package takes, and the words that say so."""

    versions: str
    why: str


def outlived(sources: Sources, loaded: Sequence[Module], python: str) -> Outlived | None:
    """The first name that is gone, of all that is loaded when the program starts; or a dataclass that is refused.

    Packages that are younger than the Python are left out: who made them knew it.

    Args:
        sources: the set, unpacked.
        loaded: its modules that are loaded as the program starts.
        python: the minor version that the set is for.
    """
    older = [module for module in loaded if module.owner is None or module.owner.name in sources.older]
    for module in older:
        change = first_failing(module.tree, partial(_missed, sources, python, module, _modules(module.tree)))
        if change is not None:
            return _told(module, change)
    refused = unhashable_defaults()
    if SpecifierSet(refused.specifier).contains(python):
        return None
    found = first_unhashable_default((module, module.owner, module.tree) for module in older)
    return None if found is None else _told(found[0], refused)


def _told(module: Module, change: Change) -> Outlived:
    named = module.owner.pin if module.owner else _top(module.name)
    return Outlived(change.specifier, f"{named} needs an older one: {change.says}")


def _missed(sources: Sources, python: str, module: Module, local: Mapping[str, str], node: ast.AST) -> Change | None:
    """How something went that a node takes, and that no package of the set brings."""
    root, _, rest = dotted(node).partition(".") if isinstance(node, ast.Attribute) else ("", "", "")
    used = [f"{local[root]}.{rest}"] if root in local else []
    for name in (*used, *(name for symbol in taken(node, module.package) for name in symbol.modules)):
        change, top = _gone(name, python), _top(name)
        is_brought = not suppliers(top).isdisjoint(each.name for each in sources.found)
        if change is not None and not is_brought and sources.contents.module(top) is None:
            return change
    return None


def _modules(tree: ast.Module) -> dict[str, str]:
    """The names that stand for a module all through the file, each with that module."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                module = alias.name if alias.asname else _top(alias.name)
                found[alias.asname or module] = module
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    return {name: module for name, module in found.items() if name not in bound}


def _top(name: str) -> str:
    return name.partition(".")[0]


def _gone(name: str, python: str) -> Change | None:
    """How a name went before this Python; what only Python 2 had stands in code that Python 3 passes over."""
    changes = python_changes()
    change = changes.get(name) or changes.get(_top(name))
    went = change is not None and change.specifier.startswith("<3.")
    return change if change and went and not SpecifierSet(change.specifier).contains(python) else None
