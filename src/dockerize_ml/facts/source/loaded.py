"""Modules that a file loads by their names: ``load_extension("cogs.music")``, ``import_module(f"plugins.{name}")``."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.source.aside import why_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.layout import Layout, Located

_LOADS = re.compile(r"\b(?:load_extensions?|import_module|__import__|iter_modules|walk_packages|load_plugins)\s*\(")
_NAMED = re.compile(r"[\"'](?:\./)?(?P<name>[A-Za-z_][\w./]*)")
# Flask's and Celery's settings, Django's URLs, Pyramid's parts: what is named is a module, or a name in one.
_TAKES = re.compile(
    r"\b(?:(?:config_)?from_object|import_string|include)\s*\(\s*\(?\s*[\"'](?P<name>\.*[A-Za-z_][\w.]*)[\"']"
)
# What reads the files of a package imports it first: importlib.resources, pkg_resources, pkgutil, Jinja.
_READS = re.compile(
    r"\b(?:resources\.(?:files|path|read_text|read_binary|open_text|open_binary|contents|is_resource)"
    r"|(?<![.\w])files|resource_(?:filename|string|stream|exists|listdir)|get_data|PackageLoader)"
    r"\s*\(\s*(?:package\s*=\s*|anchor\s*=\s*|package_name\s*=\s*)?[\"'](?P<name>[A-Za-z_]\w*)[\w.]*[\"']"
)
# Streamlit runs the file of a page as it does the one that names it, in the same process.
_PAGES = re.compile(r"\b(?:st|streamlit)\.Page\(\s*(?:page\s*=\s*)?[\"'](?P<path>[^\"'\n]+\.py)[\"']")
_LISTS = re.compile(r"\binclude\s*=\s*[\[(](?P<names>[^\])]*)[\])]")


class Loaded(NamedTuple):
    """A line, a file that it may load, and the folder that surely has to be on the path for that."""

    line: int
    target: str
    root: str | None = None


def loaded(text: str, path: str, layout: Layout) -> Iterator[Loaded]:
    """Each line with a file that it may load: the module that a text there names, or all of the folder."""
    yield from _taken(text, path, layout)
    yield from _read(text, path, layout)
    yield from _shown(text, path, layout)
    if not _LOADS.search(text):
        return
    for found in _NAMED.finditer(text):
        located = layout.locate(path, 0, found["name"].replace("/", ".").strip("."))
        if located is None:
            continue
        folder = located.path.removesuffix("/__init__.py")
        line = text.count("\n", 0, found.start()) + 1
        if folder.endswith(".py"):
            yield Loaded(line, folder)
            continue
        inside = (file for file in sorted(layout.files) if file.startswith(f"{folder}/") and not why_aside(file))
        yield from (Loaded(line, file) for file in inside)


def _read(text: str, path: str, layout: Layout) -> Iterator[Loaded]:
    """The packages whose files are read as theirs."""
    for found in _READS.finditer(text):
        located = layout.locate(path, 0, found["name"])
        if located is not None and located.path.endswith(".py"):
            yield Loaded(text.count("\n", 0, found.start()) + 1, located.path, located.root)


def _shown(text: str, path: str, layout: Layout) -> Iterator[Loaded]:
    """The pages that it names, as seen from its own folder."""
    for found in _PAGES.finditer(text):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"]))
        if target != path and target in layout.files:
            yield Loaded(text.count("\n", 0, found.start()) + 1, target)


def _taken(text: str, path: str, layout: Layout) -> Iterator[Loaded]:
    """What calls of frameworks name that import it."""
    names = [(found.start(), found["name"]) for found in _TAKES.finditer(text)]
    names += [(part.start(), name["name"]) for part in _LISTS.finditer(text) for name in _NAMED.finditer(part["names"])]
    for start, name in names:
        located = _located(name, path, layout)
        if located is not None and located.path.endswith(".py") and located.path != path:
            yield Loaded(text.count("\n", 0, start) + 1, located.path)


def _located(name: str, path: str, layout: Layout) -> Located | None:
    """The module of a dotted name, or the one that the name is in."""
    module = name.lstrip(".")
    level = len(name) - len(module)
    return layout.locate(path, level, module) or layout.locate(path, level, module.rpartition(".")[0] or module)
