"""Dataclasses with a default that cannot be hashed: a Python since 3.11 refuses them as soon as they are imported."""

import ast
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from dockerize_ml.facts.source.unguarded import dotted, unguarded

_HASHES = frozenset({"frozen", "unsafe_hash"})
_Module = TypeVar("_Module")


def first_unhashable_default(
    modules: Iterable[tuple[_Module, Hashable, ast.Module]],
) -> tuple[_Module, ast.AnnAssign] | None:
    """The first module with a field like ``version: Version = Version("1")``, of which the class is a dataclass, too.

    Args:
        modules: each with whose it is, since a class is known by its name within what one author wrote; and its tree.

    Returns:
        The module, and the field; None where there is none.
    """
    found = [(module, owner, tree, tuple(_dataclasses(tree))) for module, owner, tree in modules]
    without = {(owner, each.name) for _, owner, _, classes in found for each in classes if _has_no_hash(each)}
    for module, owner, tree, classes in found:
        own = {each.name: _has_no_hash(each) for each in classes}
        others = (
            {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)} - own.keys() if classes else ()
        )
        for field, name in (made for each in classes for made in _made(each)):
            if own.get(name, name not in others and (owner, name) in without):
                return module, field
    return None


def _dataclasses(tree: ast.Module) -> Iterator[ast.ClassDef]:
    """Those that the standard library's decorator makes as the module is imported."""
    names = set(_decorators(tree))
    for node in unguarded(tree, at_start=True) if names else ():
        if isinstance(node, ast.ClassDef) and any(dotted(_called(each)) in names for each in node.decorator_list):
            yield node


def _decorators(tree: ast.Module) -> Iterator[str]:
    """What the decorator is called in a file."""
    for node in tree.body:
        match node:
            case ast.ImportFrom(module="dataclasses", names=names):
                yield from (each.asname or each.name for each in names if each.name == "dataclass")
            case ast.Import(names=names):
                yield from (f"{each.asname or each.name}.dataclass" for each in names if each.name == "dataclasses")


def _called(node: ast.expr) -> ast.expr:
    return node.func if isinstance(node, ast.Call) else node


def _has_no_hash(node: ast.ClassDef) -> bool:
    """Whether it compares by its fields, and so has no hash but one that is asked for."""
    given = [keyword for each in node.decorator_list if isinstance(each, ast.Call) for keyword in each.keywords]
    says = {each.arg: each.value.value for each in given if isinstance(each.value, ast.Constant)}
    own = any(isinstance(each, ast.FunctionDef) and each.name == "__hash__" for each in node.body)
    return not own and says.get("eq", True) is True and not any(says.get(name) for name in _HASHES)


def _made(node: ast.ClassDef) -> Iterator[tuple[ast.AnnAssign, str]]:
    """The fields that are made by a call unless told otherwise, each with the name of what is called."""
    for each in node.body:
        match each:
            case ast.AnnAssign(annotation=kind, value=ast.Call(func=func)) if "ClassVar" not in ast.unparse(kind):
                yield each, dotted(func).rpartition(".")[2]
