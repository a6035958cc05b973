"""The import graph of the project's own modules, and its parsed modules."""

import re
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.source.imports import ImportLine, import_lines
from dockerize_ml.facts.source.layout import Layout, parents
from dockerize_ml.facts.source.loaded import loaded
from dockerize_ml.facts.source.module import Module
from dockerize_ml.facts.source.root_name import names_of, root_name
from dockerize_ml.manifests.added_folders import added_folders
from dockerize_ml.manifests.sure_imports import sure_imports
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

# A program is not found at the bottom of a checkout with more files than this; reading them all takes seconds.
_MOST_FILES = 3_000
# Standard modules that Python has dropped, which old projects still import.
_DROPPED = frozenset(
    {"distutils", "imp", "asyncore", "asynchat", "smtpd", "cgi", "cgitb", "telnetlib", "pipes", "crypt"}
)
_STANDARD = sys.stdlib_module_names | _DROPPED
_GOES_ON = re.compile(r"^[ \t]*except\b|TYPE_CHECKING", re.MULTILINE)


class Edge(NamedTuple):
    """One file of the project imports another."""

    line: int
    target: str
    root: str | None


class SourceGraph:
    """Which file imports which; files are read once, and parsed only when a module is asked for.

    Args:
        project: whose files.
        foreign: top-level import names that distributions of others provide.
        usual: those that most likely mean a distribution's module.

    Attributes:
        root_name: by which the modules call the project's own folder, where that is the package; or None.
    """

    def __init__(self, project: Project, foreign: Iterable[str] = (), usual: Iterable[str] = ()) -> None:
        self.project = project
        shallow = sorted(project.python_files, key=lambda path: (path.count("/"), path))
        self.program_files = tuple(shallow[:_MOST_FILES])
        self.text = cache(self._text)
        known = frozenset(foreign)
        names = names_of(project.root.name, self._built)
        called = (root_name(name, self.program_files, known, self.text) for name in names)
        self.root_name = next(filter(None, called), None)
        own = self.root_name.name if self.root_name else ""
        self.layout = Layout(self.program_files, known, usual, added_folders(project), own)
        self.module = cache(self._module)
        self.lines = cache(self._lines)
        self.edges = cache(self._edges)
        self.reachable = cache(self._reachable)
        self.needed = cache(self._needed)

    def _built(self, path: str) -> str:
        return self._text(path) if self.project.exists(path) else ""

    def _text(self, path: str) -> str:
        try:
            return self.project.text(path)
        except ProjectError:
            return ""

    def _module(self, path: str) -> Module | None:
        tree = self.project.tree(path)
        return None if tree is None else Module(path, tree)

    def _lines(self, path: str) -> tuple[ImportLine, ...]:
        return tuple(import_lines(self.text(path)))

    def mentions(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """The files whose text matches."""
        return (path for path in self.program_files if pattern.search(self.text(path)))

    def importing(self, names: Collection[str]) -> tuple[str, ...]:
        """The files that import one of these top-level names, in the order of all files."""
        found = {path for name in names for path in self._by_top.get(name, ())}
        return tuple(path for path in self.program_files if path in found)

    @cached_property
    def _by_top(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for path in self.program_files:
            for line in self.lines(path):
                if not line.level:
                    found.setdefault(line.module.partition(".")[0], {})[path] = None
        return {name: tuple(paths) for name, paths in found.items()}

    def _edges(self, path: str) -> tuple[Edge, ...]:
        """What of the project the file imports, or loads by its name."""
        imported = (edge for line in self.lines(path) for edge in self._targets(path, line))
        named = (Edge(*each) for each in loaded(self.text(path), path, self.layout))
        return tuple(dict.fromkeys((*imported, *named)))

    def _targets(self, path: str, line: ImportLine) -> Iterator[Edge]:
        located = self.layout.locate(path, line.level, line.module)
        if located is not None and located.path.endswith(".py"):
            yield Edge(line.line, located.path, located.root)
        for name in line.names:
            inner = self.layout.locate(path, line.level, f"{line.module}.{name}".lstrip("."))
            if inner is not None and inner.path.endswith(".py"):
                yield Edge(line.line, inner.path, inner.root)

    @cached_property
    def importers(self) -> Mapping[str, frozenset[str]]:
        """For each file the files that import it."""
        found: dict[str, set[str]] = {}
        for path in self.program_files:
            for edge in self.edges(path):
                if edge.target != path:
                    found.setdefault(edge.target, set()).add(path)
        return {path: frozenset(importing) for path, importing in found.items()}

    def _reachable(self, path: str) -> tuple[str, ...]:
        """The file and all of the project that it imports, directly or not."""
        return self._followed(path, self.edges)

    def _needed(self, path: str) -> tuple[str, ...]:
        """Of those the ones that it cannot do without: where a ``try`` goes on, what a module imports may be absent."""
        return self._followed(path, self._sure_edges)

    def _sure_edges(self, path: str) -> tuple[Edge, ...]:
        edges = self.edges(path)
        # Parsing takes long, and an import that is not indented is sure.
        tree = self.project.tree(path) if self._may_go_on_without(path, edges) else None
        if tree is None or not self.project.is_whole(path):
            return edges
        optional = {line.line for line in self.lines(path)} - {node.lineno for node in sure_imports(tree)}
        return tuple(edge for edge in edges if edge.line not in optional)

    def _may_go_on_without(self, path: str, edges: tuple[Edge, ...]) -> bool:
        text = self.text(path)
        if not edges or not _GOES_ON.search(text):
            return False
        lines = text.split("\n")
        return any(lines[edge.line - 1][:1].isspace() for edge in edges if edge.line <= len(lines))

    def _followed(self, path: str, edges: Callable[[str], tuple[Edge, ...]]) -> tuple[str, ...]:
        if path not in self.layout.files:
            return ()
        seen = dict.fromkeys([path])
        waiting = deque([path])
        while waiting:
            current = waiting.popleft()
            for target in (*self._packages(current), *(edge.target for edge in edges(current))):
                if target not in seen:
                    seen[target] = None
                    waiting.append(target)
        return tuple(seen)

    def _packages(self, path: str) -> Iterator[str]:
        """The ``__init__.py`` files that importing the file runs first."""
        for folder in parents(path):
            if not self.layout.is_package(folder):
                return
            yield "__init__.py" if folder == "." else f"{folder}/__init__.py"

    def external_imports(self, files: Iterable[str]) -> Mapping[str, Place]:
        """Top-level names of other distributions that the files import, each with the first place."""
        found: dict[str, Place] = {}
        for path in files:
            for line in self.lines(path):
                top = line.module.partition(".")[0]
                if line.level or not top or top in found or top in _STANDARD:
                    continue
                if self.layout.locate(path, 0, line.module) is None:
                    found[top] = Place(path, line.line)
        return found
