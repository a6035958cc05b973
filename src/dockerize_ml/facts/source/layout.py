"""Where a dotted module name leads, whichever folder the program is started in."""

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

# Folders that build tools put on the path although no import names them.
_SOURCE_FOLDERS = ("src", "lib", "source", "python")


class Located(NamedTuple):
    """The file that an import leads to, and the folder that must be on ``sys.path`` (None for relative imports)."""

    path: str
    root: str | None


class Layout:
    """The project's Python files as modules and packages.

    Args:
        files: every Python file, relative to the project's root.
        foreign: top-level import names that distributions of others provide; a folder without ``__init__.py`` or a
            neighbour inside a package never hides them.
        usual: top-level names that most likely mean a distribution's module, as the standard library's mean its own:
            what lies in a package is reached by the package's name, and never hides them.
        added: folders that the project itself puts on the path; what lies in them is found last.
        own_name: by which its modules call the root itself; empty where they do not.
    """

    def __init__(
        self,
        files: Iterable[str],
        foreign: Iterable[str] = (),
        usual: Iterable[str] = (),
        added: Iterable[str] = (),
        own_name: str = "",
    ) -> None:
        self._own_name = own_name
        self.files = frozenset(files)
        self.folders = frozenset(
            parent for folder in {_parent(file) for file in self.files} for parent in _chain(folder)
        )
        self._added = tuple(folder for folder in added if folder in self.folders)
        self._roots_from = cache(self._roots)
        self._foreign = frozenset(foreign)
        self._usual = sys.stdlib_module_names.union(usual)
        self.locate = cache(self._locate)

    def is_package(self, folder: str) -> bool:
        """Whether the folder has an ``__init__.py``."""
        return _join(folder, "__init__.py") in self.files

    def _locate(self, importer: str, level: int, module: str) -> Located | None:
        if level:
            return self._relative(importer, level, module)
        top = module.partition(".")[0]
        for root in self._roots_from(_parent(importer)):
            if not self._holds(root, top, importer):
                continue
            path = self.module_file(root, module)
            if path is not None and path != importer:
                return Located(path, root)
        return None

    def _relative(self, importer: str, level: int, module: str) -> Located | None:
        folder = importer
        for _ in range(level):
            folder = _parent(folder)
        path = self.module_file(folder, module)
        return None if path is None else Located(path, None)

    def module_file(self, root: str, module: str) -> str | None:
        """The file of a module under a root; for a package its ``__init__.py``, or its folder where it has none."""
        stem = _join(root, module.replace(".", "/"))
        for candidate in (_join(stem, "__init__.py"), f"{stem}.py"):
            if candidate in self.files:
                return candidate
        top, _, rest = module.partition(".")
        if root == "." and rest and top == self._own_name:
            return self.module_file(root, rest)
        return stem if stem in self.folders else None

    def _roots(self, own: str) -> tuple[str, ...]:
        """The folders to look for a top-level name in, for the files of one folder, the likeliest first."""
        # The folder above a package is the likelier root: ``app/main.py`` says ``from app.db import …``.
        folders = sorted(_chain(own), key=self.is_package)
        sources = (_join(folder, name) for folder in folders for name in _SOURCE_FOLDERS)
        found = (*folders, *(source for source in sources if source in self.folders))
        return (*found, *(folder for folder in self._added if folder not in found))

    def _holds(self, root: str, top: str, importer: str) -> bool:
        """Whether the top-level name is found in this root, and not rather in an installed distribution."""
        if top in self._usual and root != "." and self.is_package(root):
            return False
        if root == "." and top == self._own_name:
            return True
        # A package that imports itself does not mean the module of its name in it.
        if importer == _join(root, "__init__.py") and root.rpartition("/")[2] == top:
            return False
        folder = _join(root, top)
        is_regular = _join(folder, "__init__.py") in self.files or f"{folder}.py" in self.files
        if top not in self._foreign:
            return is_regular or folder in self.folders
        own_folder = _parent(importer)
        return is_regular and not (root == own_folder and self.is_package(own_folder)) and f"{folder}.py" != importer


def module_name(path: str, root: str) -> str:
    """The dotted name of a file as seen from a root folder."""
    relative = PurePosixPath(path).relative_to(root) if root != "." else PurePosixPath(path)
    parts = list(relative.with_suffix("").parts)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    return ".".join(parts)


def parents(path: str) -> tuple[str, ...]:
    """The folders around a file, its own first, the root last."""
    return _chain(_parent(path))


@cache
def _chain(folder: str) -> tuple[str, ...]:
    """A folder and those around it; ``.`` is the root."""
    return (folder,) if folder == "." else (folder, *_chain(_parent(folder)))


def _parent(path: str) -> str:
    return path.rpartition("/")[0] or "."


def _join(folder: str, name: str) -> str:
    if folder in {".", ""}:
        return name
    return folder if not name else f"{folder}/{name}"
