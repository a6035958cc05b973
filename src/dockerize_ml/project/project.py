"""A project as one value: its files, and the only way to read them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError
from dockerize_ml.project.memory import Memory
from dockerize_ml.project.notebook import Notebook, read_notebook
from dockerize_ml.project.our_own import our_own
from dockerize_ml.project.place import Place
from dockerize_ml.project.reading import read_text
from dockerize_ml.project.source import Parsed, parse
from dockerize_ml.project.walk import walk

if TYPE_CHECKING:
    import ast
    from collections.abc import Mapping
    from pathlib import Path

    from dockerize_ml.project.note import Note

_PYTHON_LIMIT = 1_000_000
_LIMIT = 10_000_000
_MANIFEST = re.compile(
    r"(?:.*/)?(?:[^/]*req[^/]*\.(?:txt|in)|requirements?(?:/[^/]+\.(?:txt|in))?|pyproject\.toml|setup\.cfg|Pipfile|[^/]+\.lock"
    r"|pixi\.toml|pylock\.[^/]*toml|[^/]*(?:env|conda)[^/]*\.ya?ml|MLmodel|(?:bentofile|cog)\.ya?ml)",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Project:
    """A folder whose files are read as data and never run.

    Attributes:
        root: the folder, absolute.
        files: posix paths of its regular files relative to the root, sorted; pruned folders were not searched.
        pruned: folders that were left out; ``why_pruned`` tells why.
    """

    root: Path
    files: tuple[str, ...]
    pruned: tuple[str, ...] = ()
    _walk_notes: tuple[Note, ...] = ()
    _reasons: dict[str, str] = field(default_factory=dict, repr=False)
    _memory: Memory = field(default_factory=Memory, repr=False)
    _laid_over: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, path: Path) -> Project:
        """Look through a folder.

        Raises:
            ProjectError: it is missing, not a folder, unreadable, empty, or holds nothing of Python.
        """
        shown = str(path)
        if not path.exists():
            raise ProjectError(path=shown, reason=f"`{shown}` does not exist.", hint="Name a project's folder.")
        if not path.is_dir():
            raise ProjectError(path=shown, reason=f"`{shown}` is not a folder.", hint="Name the folder it lies in.")
        try:
            found = walk(path)
        except OSError as trouble:
            raise ProjectError(
                path=shown,
                reason=f"`{shown}` cannot be listed: {trouble.strerror}.",
                hint="Check the folder's permissions.",
            ) from trouble
        ours = our_own(path)
        files = tuple(name for name in found.files if name not in ours)
        project = cls(path.resolve(), files, tuple(found.pruned), tuple(found.notes), found.pruned)
        if not found.files and not found.pruned:
            raise ProjectError(
                path=shown, reason=f"`{shown}` is empty.", hint="Name a folder that holds a Python project."
            )
        if not project.python_files and not project.notebooks and not any(map(_MANIFEST.fullmatch, project.files)):
            raise ProjectError(
                path=shown,
                reason=f"`{shown}` holds no Python: no `.py` file, no notebook and no list of dependencies.",
                hint="Name the folder that holds your program.",
            )
        return project

    def with_file(self, path: str, text: str) -> Project:
        """The same project, as if a file of this text were in it; nothing is written."""
        files = tuple(sorted({*self.files, path}))
        return replace(self, files=files, _memory=Memory(), _laid_over={**self._laid_over, path: text})

    def without_file(self, path: str) -> Project:
        """The same project, as if the file were not in it."""
        return replace(self, files=tuple(name for name in self.files if name != path), _memory=Memory())

    @property
    def notes(self) -> tuple[Note, ...]:
        """What could not be read so far; reading more files can add to it."""
        return (*self._walk_notes, *self._memory.notes.values())

    def note(self, path: str, reason: str, line: int | None = None) -> None:
        """Remember, for ``notes``, what a reader of a file could not read in it."""
        self._memory.note(path, reason, line)

    @cached_property
    def python_files(self) -> tuple[str, ...]:
        """The files that are Python by their name."""
        return tuple(path for path in self.files if path.endswith(".py"))

    @cached_property
    def notebooks(self) -> tuple[str, ...]:
        """The Jupyter notebooks."""
        return tuple(path for path in self.files if path.endswith(".ipynb"))

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every searched folder that holds a file, however deep; the root is ``.``."""
        found = {"."}
        for path in self.files:
            folder = path.rpartition("/")[0]
            while folder and folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.files)

    def exists(self, path: str) -> bool:
        """Whether the project has this file."""
        return path in self._known

    def why_pruned(self, folder: str) -> str:
        """Why a folder of ``pruned`` was not searched: ``a virtual environment``."""
        return self._reasons[folder]

    def size(self, path: str) -> int:
        """The file's bytes; 0 where it has gone."""
        try:
            return os.stat(f"{self.root}/{path}").st_size  # noqa: PTH116 - asked for every file of large projects
        except OSError:
            return 0

    def text(self, path: str) -> str:
        """The file's text with plain newlines, decoded as pip decodes.

        Raises:
            ProjectError: the project has no such file, it cannot be read, or it is too large.
        """
        if not self.exists(path):
            raise ProjectError(path=path, reason=f"`{path}` is not in the project.", hint="Check the path.")
        if path in self._laid_over:
            return self._laid_over[path]
        limit = _PYTHON_LIMIT if path.endswith(".py") else _LIMIT
        return read_text(self.root / path, shown=path, limit=limit)

    def lines(self, path: str) -> tuple[str, ...]:
        """The file's lines without their ends, numbered as Python numbers them; raises as ``text`` does."""
        return tuple(self.text(path).removesuffix("\n").split("\n"))

    def tree(self, path: str) -> ast.Module | None:
        """The syntax tree of a source file or notebook; None, and a note, where there is none to be had.

        Of a file that does not parse it holds the lines that can be read; a note says so.
        """
        return self._look(path).tree

    def is_whole(self, path: str) -> bool:
        """Whether a source file or notebook parses as it is."""
        return not self._look(path).trouble

    def notebook(self, path: str) -> Notebook | None:
        """The code of an ``.ipynb`` file; None, and a note, where it cannot be read."""
        if path not in self._memory.notebooks:
            self._memory.notebooks[path] = self._read_notebook(path)
        return self._memory.notebooks[path]

    def place(self, path: str, line: int | None) -> Place:
        """Where a line of ``tree(path)`` stands in the file itself, which differs for notebooks."""
        if line is None or not path.endswith(".ipynb"):
            return Place(path, line)
        notebook = self.notebook(path)
        return Place(path, notebook.file_line(line) if notebook else None)

    def _look(self, path: str) -> Parsed:
        kept = self._memory.recall(path)
        if kept is None:
            kept, size = self._parsed(path)
            self._memory.keep(path, kept, size)
        return kept

    def _parsed(self, path: str) -> tuple[Parsed, int]:
        try:
            text = self._source(path)
        except ProjectError as trouble:
            self._memory.note(path, trouble.reason)
            return Parsed(None, trouble.reason), 0
        if text is None:
            return Parsed(None, "is not a notebook that can be read."), 0
        parsed = parse(text)
        if parsed.trouble:
            self._memory.note(path, parsed.trouble, self.place(path, parsed.line).line)
        return parsed, len(text)

    def _source(self, path: str) -> str | None:
        if not path.endswith(".ipynb"):
            return self.text(path)
        notebook = self.notebook(path)
        return notebook.source if notebook else None

    def _read_notebook(self, path: str) -> Notebook | None:
        try:
            notebook = read_notebook(self.text(path))
        except ProjectError as trouble:
            self._memory.note(path, trouble.reason)
            return None
        if notebook is None:
            self._memory.note(path, "is not a notebook that can be read.")
        return notebook
