"""Modules that a file loads by their names: ``load_extension("cogs.music")``, ``import_module(f"plugins.{name}")``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.aside import why_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.layout import Layout

_LOADS = re.compile(r"\b(?:load_extensions?|import_module|__import__|iter_modules|walk_packages|load_plugins)\s*\(")
_NAMED = re.compile(r"[\"'](?:\./)?(?P<name>[A-Za-z_][\w./]*)")


def loaded(text: str, path: str, layout: Layout) -> Iterator[tuple[int, str]]:
    """Each line with a file that it may load: the module that a text there names, or all of the folder."""
    if not _LOADS.search(text):
        return
    for found in _NAMED.finditer(text):
        located = layout.locate(path, 0, found["name"].replace("/", ".").strip("."))
        if located is None:
            continue
        folder = located.path.removesuffix("/__init__.py")
        line = text.count("\n", 0, found.start()) + 1
        if folder.endswith(".py"):
            yield line, folder
            continue
        inside = (file for file in sorted(layout.files) if file.startswith(f"{folder}/") and not why_aside(file))
        yield from ((line, file) for file in inside)
