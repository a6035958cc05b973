"""What is loaded when the program starts: a set's packages unpacked as data, their imports followed, nothing run."""

import ast
from collections.abc import Container, Iterable, Iterator
from configparser import ConfigParser, ParsingError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from dockerize_ml.facts.source.unguarded import unguarded
from dockerize_ml.knowledge.imports import distributions_of, normalised
from dockerize_ml.knowledge.pythons import python as known_python
from dockerize_ml.knowledge.servers import server
from dockerize_ml.resolve.history import Symbol
from dockerize_ml.resolve.model import Ask, Locked
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.sdists import unpack_modules
from dockerize_ml.resolve.uv import Uv
from dockerize_ml.resolve.wheel_contents import WheelContents

# Bytes of a wheel that is worth fetching; bigger ones are compiled: one for the Python was made and tried with it.
_BIGGEST = 3_000_000
# The same for one that is not compiled and that the program itself imports.
_BIGGEST_PURE = 12_000_000


class Module(NamedTuple):
    """A module of the set.

    Attributes:
        name: as it is imported.
        tree: of its source.
        package: the package that its relative imports start from.
        owner: the distribution that it is of; None where nothing tells.
    """

    name: str
    tree: ast.Module
    package: str
    owner: Locked | None


@dataclass(frozen=True)
class Sources:
    """The unpacked set.

    Attributes:
        found: the whole set.
        contents: the folder that its smaller packages were unpacked into.
        older: names of those that were there before the Python that the set is for.
    """

    found: tuple[Locked, ...]
    contents: WheelContents
    older: frozenset[str]

    def owner(self, module: str) -> Locked | None:
        """The distribution of the set that a module is of."""
        names = {*distributions_of(module), normalised(module.partition(".")[0])}
        return next((each for each in self.found if each.name in names), None)

    def started(self, names: Container[str]) -> Iterator[str]:
        """The modules of the servers that some of the distributions bring as commands."""
        for path in sorted(self.contents.root.glob("*.dist-info/entry_points.txt")):
            name, _, _ = path.parent.name.partition("-")
            if normalised(name) in names:
                yield from _commands(path)

    def loaded(self, imported: Iterable[str]) -> Iterator[Module]:
        """The modules that imports load, and those that they load in turn, as soon as they are imported."""
        waiting, seen = list(imported), {""}
        while waiting:
            module = waiting.pop()
            if module in seen:
                continue
            seen.add(module)
            waiting.append(module.rpartition(".")[0])
            found = self.contents.module(module)
            if found is not None:
                tree, package = found
                yield Module(module, tree, package, self.owner(module))
                imports = (each for node in unguarded(tree, at_start=True) for each in taken(node, package))
                waiting.extend(name for symbol in imports for name in symbol.modules)


@contextmanager
def unpacked(
    uv: Uv, found: tuple[Locked, ...], python: str, imported: Container[str] = (), *, is_rest_known: bool = False
) -> Iterator[Sources]:
    """The sources of a set as if it were installed, for the length of a ``with``.

    Args:
        uv: whom to ask.
        found: the set.
        python: the minor version that it is for.
        imported: names of those that the program itself imports.
        is_rest_known: whether the others are not worth looking into.

    Raises:
        TimeUpError: the time is over.
    """
    uv = replace(uv, clock=uv.clock.early)
    asks = [Ask(each.name, each.pin) for each in found if each.name in imported or not is_rest_known]
    asked = releases(uv, asks, python=python) if asks else {}
    known = list(asked.values()) if isinstance(asked, dict) else []
    with TemporaryDirectory(prefix="dockerize-ml-") as folder:
        wheels = [each for each in known if python in each.pythons and each.size <= _most(each, imported)]
        if wheels:
            uv.unpack([each.pin for each in wheels], python, Path(folder))
        for each in known:
            if python not in each.pythons and each.sdist:
                unpack_modules(each.sdist, uv.clock.left, Path(folder))
        older = frozenset(each.name for each in known if _is_older(each, python))
        yield Sources(found, WheelContents(Path(folder)), older)


def _most(release: Release, imported: Container[str]) -> int:
    return _BIGGEST_PURE if release.is_pure and release.name in imported else _BIGGEST


def _is_older(release: Release, python: str) -> bool:
    chosen = known_python(python)
    return release.uploaded is None or chosen is None or release.uploaded < chosen.released


def _commands(entry_points: Path) -> Iterator[str]:
    parser = ConfigParser(delimiters=("=",), interpolation=None, strict=False)
    try:
        parser.read_string(entry_points.read_text(encoding="utf-8", errors="replace"))
    except ParsingError:
        return
    listed = parser["console_scripts"].items() if parser.has_section("console_scripts") else ()
    yield from (target.partition(":")[0].strip() for name, target in listed if server(name))


def taken(node: ast.AST, package: str) -> Iterator[Symbol]:
    """The modules, and the names in them, that an import takes; nothing for other nodes.

    Args:
        node: any of a module's.
        package: what the module's relative imports start from.
    """
    match node:
        case ast.Import(names=names):
            yield from (Symbol(alias.name) for alias in names)
        case ast.ImportFrom(module=module, names=names, level=level):
            parts = package.split(".")
            above = parts[: len(parts) - level + 1] if level else []
            start = ".".join((*above, *([module] if module else [])))
            yield from (Symbol(start, "" if alias.name == "*" else alias.name) for alias in names)
