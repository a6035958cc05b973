"""Readers of dependency files register themselves here; their modules are found by walking ``formats``."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import translate
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

Read = Callable[[Project, str], Manifest | None]


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is found and read.

    Attributes:
        format: its name, as ``Manifest.format`` has it.
        is_ours: whether a path is named as files of this format are.
        suffixes: the endings that such names have, so that most files need not be asked about.
        precedence: which format is asked first, and wins where nothing else decides; the lowest number first.
        read: gives None where the file turns out not to be of this format.
        is_lock: whether it only completes another manifest.
    """

    format: str
    is_ours: Callable[[str], bool]
    suffixes: frozenset[str]
    precedence: int
    read: Read
    is_lock: bool = False


_readers: dict[str, Reader] = {}


def reader(
    name: str,
    *,
    files: tuple[str, ...] | Callable[[str], bool],
    precedence: int,
    suffixes: tuple[str, ...] = (),
    is_lock: bool = False,
) -> Callable[[Read], Read]:
    """Register the reader of one format for files of these names (``*`` allowed).

    Where names are not enough, ``files`` is a test of the path and ``suffixes`` tells the endings that can pass it.
    """

    def register(read: Read) -> Read:
        if callable(files):
            is_ours, endings = files, frozenset(suffixes)
        else:
            is_ours, endings = _named(files), frozenset(map(suffix_of, files))
        _readers[name] = Reader(name, is_ours, endings, precedence, read, is_lock)
        return read

    return register


def suffix_of(path: str) -> str:
    """What follows the last dot of a file's name, or nothing."""
    name = path[path.rfind("/") + 1 :]
    return name[name.rfind(".") + 1 :].lower() if "." in name else ""


def _named(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    names = re.compile("|".join(map(translate, patterns)))
    return lambda path: names.match(path.rpartition("/")[2]) is not None


@cache
def readers() -> dict[str, Reader]:
    """Every reader by its format's name, in the order of their precedence."""
    package = "dockerize_ml.manifests.formats"
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    return {reader.format: reader for reader in sorted(_readers.values(), key=lambda each: each.precedence)}
