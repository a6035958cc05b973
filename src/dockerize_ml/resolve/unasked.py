"""What packages of a set import whatever happens and do not ask for: their authors had it for another reason."""

import ast
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from dockerize_ml.facts.needed_imports import is_brought
from dockerize_ml.facts.source.failing import first_failing
from dockerize_ml.knowledge.imports import distribution_of, is_known
from dockerize_ml.knowledge.python_changes import python_changes
from dockerize_ml.resolve.loaded import Module, Sources, taken
from dockerize_ml.resolve.model import Locked

_STANDARD = sys.stdlib_module_names


class Unasked(NamedTuple):
    """A module that nothing in the set brings, the distribution that does, and the package that imports it."""

    module: str
    distribution: str
    wanted_by: Locked

    @property
    def reason(self) -> str:
        """In words."""
        return f"{self.wanted_by.pin} imports `{self.module}` and does not ask for it."


def unasked(sources: Sources, loaded: Iterable[Module]) -> Iterator[Unasked]:
    """Each distribution once, where a table tells which one brings the module.

    Args:
        sources: the set, unpacked.
        loaded: its modules that are loaded as the program starts.
    """
    names = {each.name for each in sources.found}
    for module in loaded:
        # What depends on a question need not be there, nor what stands in a `with`, which may take exceptions away.
        body = [each for each in module.tree.body if not isinstance(each, ast.If | ast.With)]
        always = ast.Module(body, type_ignores=[])
        while found := first_failing(always, partial(_unasked, sources, module, names)):
            names.add(found.distribution)
            yield found


def _unasked(sources: Sources, importer: Module, names: Collection[str], node: ast.AST) -> Unasked | None:
    """What an import takes of a distribution that is not there."""
    for symbol in taken(node, importer.package):
        top = symbol.module.partition(".")[0]
        if importer.owner is None or top in _STANDARD | python_changes().keys() or sources.contents.is_module(top):
            continue
        if is_known(symbol.module) and not is_brought(symbol.module, frozenset(names)):
            return Unasked(symbol.module, distribution_of(symbol.module), importer.owner)
    return None
