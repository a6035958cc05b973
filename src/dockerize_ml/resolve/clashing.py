"""What a package of a set imports from another one, and the other's version does not have: read in their sources."""

import ast
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from dockerize_ml.facts.source.failing import first_failing
from dockerize_ml.resolve.history import Symbol
from dockerize_ml.resolve.loaded import Sources
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
        who = f"{self.wanted_by.name}=={self.wanted_by.version}"
        return f"{who} imports `{what}`, which {self.package.version} does not have."


def clashes(sources: Sources, imported: Iterable[str]) -> Iterator[Clash]:
    """At most one for each package that lacks something.

    Args:
        sources: the set, unpacked.
        imported: the modules that the program imports.
    """
    seen = set[str]()
    for module in sources.loaded(imported):
        clash = first_failing(module.tree, partial(_clash, sources, module.owner))
        if clash is not None and clash.package.name not in seen:
            seen.add(clash.package.name)
            yield clash


def _clash(sources: Sources, importer: Locked | None, node: ast.AST) -> Clash | None:
    """What a statement imports from another package in vain."""
    for symbol in _taken(node):
        package = sources.owner(symbol.module)
        if package is None or importer is None or package.name == importer.name:
            continue
        if sources.contents.surely_lacks(symbol):
            return Clash(package, symbol, importer)
    return None


def _taken(node: ast.AST) -> Iterator[Symbol]:
    match node:
        case ast.Import(names=names):
            yield from (Symbol(alias.name) for alias in names)
        case ast.ImportFrom(module=str(source), names=names, level=0):
            yield from (Symbol(source, alias.name) for alias in names if alias.name != "*")
