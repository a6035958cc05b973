"""What packages of a set import whatever happens and do not ask for: their authors had it for another reason."""

import ast
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dockerize_ml.facts.needed_imports import is_brought
from dockerize_ml.knowledge.imports import distribution_of, is_known
from dockerize_ml.knowledge.python_changes import python_changes
from dockerize_ml.resolve.loaded import Module, Sources
from dockerize_ml.resolve.model import Locked


class Unasked(NamedTuple):
    """A module that nothing in the set brings, the distribution that does, and the package that imports it."""

    module: str
    distribution: str
    wanted_by: Locked

    @property
    def reason(self) -> str:
        """In words."""
        return f"{self.wanted_by.name}=={self.wanted_by.version} imports `{self.module}` and does not ask for it."


def unasked(sources: Sources, imported: Iterable[str]) -> Iterator[Unasked]:
    """Each distribution once, where a table tells which one brings the module.

    Args:
        sources: the set, unpacked.
        imported: the modules that the program imports.
    """
    names = {each.name for each in sources.found}
    standard = sys.stdlib_module_names | python_changes().keys()
    for module in sources.loaded(imported):
        for name in _imported(module):
            top = name.partition(".")[0]
            if module.owner is None or top in standard or sources.contents.is_module(top) or not is_known(name):
                continue
            wanted = distribution_of(name)
            if not is_brought(name, frozenset(names)):
                names.add(wanted)
                yield Unasked(name, wanted, module.owner)


def _imported(module: Module) -> Iterator[str]:
    """The modules of others that it imports without any condition."""
    for node in module.tree.body:
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(source), level=0):
                yield source
