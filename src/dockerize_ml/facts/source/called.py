"""The calls of the program's files, by the dotted name of what is called."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.values import External, Instance, Member, Scope
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.source.resolve import Resolver


@dataclass(frozen=True, slots=True)
class Called:
    """A call.

    Attributes:
        name: dotted as far as imports tell (``torch.hub.load``); ``open`` for a builtin; ``?.fit`` for a method of
            something unknown; ``environ.Env.__call__`` for calling an object of that class.
        node: the call.
        scope: where it stands.
    """

    name: str
    node: ast.Call
    scope: Scope

    @property
    def place(self) -> Place:
        """The file and line."""
        return Place(self.scope.module.path, self.node.lineno)

    @property
    def last(self) -> str:
        """The last part of the name."""
        return self.name.rpartition(".")[2]

    def argument(self, position: int | None, *names: str) -> ast.expr | None:
        """The argument of one of these names, or at the position."""
        named = next((keyword.value for keyword in self.node.keywords if keyword.arg in names), None)
        if named is not None or position is None or position >= len(self.node.args):
            return named
        given = self.node.args[position]
        return None if isinstance(given, ast.Starred) else given


def calls(resolver: Resolver, files: Iterable[str], mention: re.Pattern[str]) -> Iterator[Called]:
    """Every call in those of the files whose text matches ``mention``."""
    for path in files:
        if not mention.search(resolver.graph.text(path)):
            continue
        module = resolver.graph.module(path)
        if module is None:
            continue
        for call in module.calls:
            scope = Scope(module, call.functions)
            name = _name(call.node.func, scope, resolver)
            if name:
                yield Called(name, call.node, scope)


def _name(func: ast.expr, scope: Scope, resolver: Resolver) -> str:
    last = _last(func)
    if not last:
        return ""
    match resolver.thing(func, scope):
        case External(dotted=dotted):
            return dotted
        case Member(instance=instance, name=name):
            return f"{instance.of}.{name}"
        case Instance(of=of):
            return f"{of}.__call__"
        case None:
            return last if isinstance(func, ast.Name) else f"?.{last}"
    return ""


def _last(func: ast.expr) -> str:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
