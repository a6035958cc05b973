"""What a package of a set imports from another one, and the other's version does not have: read in their sources."""

import ast
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from dockerize_ml.facts.source.failing import first_failing
from dockerize_ml.resolve.history import Symbol
from dockerize_ml.resolve.loaded import Module, Sources, taken
from dockerize_ml.resolve.model import Locked


class Clash(NamedTuple):
    """Two packages that do not fit each other.

    Attributes:
        package: the one that lacks something.
        symbol: what it lacks.
        wanted_by: the one that imports it.
    """

    package: Locked
    symbol: Symbol
    wanted_by: Locked

    @property
    def reason(self) -> str:
        """In words."""
        what = ".".join(part for part in (self.symbol.module, self.symbol.name) if part)
        return f"{self.wanted_by.pin} imports `{what}`, which {self.package.version} does not have."


def clashes(sources: Sources, loaded: Iterable[Module]) -> Iterator[Clash]:
    """At most one for each package that lacks something.

    Args:
        sources: the set, unpacked.
        loaded: its modules that are loaded as the program starts.
    """
    seen = set[str]()
    for module in loaded:
        clash = first_failing(module.tree, partial(_clash, sources, module))
        if clash is not None and clash.package.name not in seen:
            seen.add(clash.package.name)
            yield clash


def _clash(sources: Sources, importer: Module, node: ast.AST) -> Clash | None:
    """What a statement imports from another package in vain."""
    for symbol in taken(node, importer.package):
        package = sources.owner(symbol.module)
        if package is None or importer.owner is None or package.name == importer.owner.name:
            continue
        if sources.contents.surely_lacks(symbol):
            return Clash(package, symbol, importer.owner)
    return None
