"""The calls of the program's files, by the dotted name of what is called."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.values import Scope
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
        for call, name in zip(module.calls, resolver.call_names(module), strict=True):
            if name:
                yield Called(name, call.node, Scope(module, call.functions))
