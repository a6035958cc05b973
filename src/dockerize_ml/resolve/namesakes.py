"""Modules that nothing brings and no table knows, which a distribution of their own name brings as they are used."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dockerize_ml.facts.needed_imports import Imported, Lacked
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.history import Symbol
from dockerize_ml.resolve.model import Ask, Repair
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.sdists import unpack_modules
from dockerize_ml.resolve.uv import TimeUpError, Uv
from dockerize_ml.resolve.wheel_contents import WheelContents

# Bytes of a wheel that is worth fetching to look into.
_BIGGEST = 20_000_000
# A project that lacks more has lost a part of its own.
_MOST = 6


def namesakes(
    uv: Uv,
    project: Project,
    wanted: Iterable[tuple[Lacked, tuple[Imported, ...]]],
    as_of: date | None,
    python: str,
) -> Iterator[Repair]:
    """A requirement for each, where what the index has of that name holds all that the program takes from the module.

    A name alone proves nothing: anybody can have taken it for something else.

    Args:
        uv: whom to ask.
        project: whose files import them.
        wanted: each with all that is imported from it.
        as_of: the project's own time.
        python: the minor version that the set is for.
    """
    uv = replace(uv, clock=uv.clock.early)
    taken = [(each, tuple(_taken(project, imports))) for each, imports in wanted]
    for lacked, symbols in taken[:_MOST]:
        if not any(symbol.name or "." in symbol.module for symbol in symbols):
            continue
        try:
            is_it = _has(uv, lacked, symbols, as_of, python)
        except TimeUpError:
            return
        if is_it:
            reason = f"{lacked.reason}; the distribution of that name has all that is taken from it."
            yield Repair("added", lacked.distribution, "", lacked.distribution, reason, lacked.at)


def _taken(project: Project, imports: Iterable[Imported]) -> Iterator[Symbol]:
    """What is imported, and the attributes of a module that is imported as a whole."""
    for each in imports:
        yield Symbol(each.module, each.name)
        tree = None if each.name else project.tree(each.at.path)
        for name in _attributes(tree, each.module) if tree else ():
            yield Symbol(each.module, name)


def _attributes(tree: ast.Module, module: str) -> set[str]:
    """The names that are taken off a module where it goes by its own name or one of its own."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import))
    bound = {alias.asname or alias.name for node in imports for alias in node.names if alias.name == module}
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return {node.attr for node in attributes if isinstance(node.ctx, ast.Load) and ast.unparse(node.value) in bound}


def _has(uv: Uv, lacked: Lacked, symbols: tuple[Symbol, ...], as_of: date | None, python: str) -> bool:
    found = releases(uv, [Ask(lacked.distribution, lacked.distribution)], as_of, python=python)
    release = found.get(lacked.distribution) if isinstance(found, dict) else None
    if release is None:
        return False
    with TemporaryDirectory(prefix="dockerize-ml-") as folder:
        contents = WheelContents(_unpacked(uv, release, python, Path(folder)))
        return contents.is_module(lacked.module) and not any(map(contents.surely_lacks, symbols))


def _unpacked(uv: Uv, release: Release, python: str, folder: Path) -> Path:
    """The folder with its sources; empty where they cannot be had."""
    if python in release.pythons and release.size <= _BIGGEST:
        uv.unpack([release.pin], python, folder / "wheel")
        return folder / "wheel"
    if release.sdist:
        unpack_modules(release.sdist, uv.clock.left, folder)
    return folder
