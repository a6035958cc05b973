"""What reading a project has found so far, so that nothing is parsed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.project.note import Note
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.project.notebook import Notebook
    from dockerize_ml.project.source import Parsed

# Trees take up to fifty times their source, so only so much source is kept parsed at a time.
_KEPT_SOURCE = 4_000_000


class Memory:
    """Trees, notebooks and notes by path; forgets the trees that were asked for longest ago."""

    def __init__(self) -> None:
        self.notebooks: dict[str, Notebook | None] = {}
        self.notes: dict[str, Note] = {}
        self._trees: dict[str, tuple[Parsed, int]] = {}
        self._kept = 0

    def note(self, path: str, reason: str, line: int | None = None) -> None:
        """Remember what is wrong with a file; the first word on it stays."""
        self.notes.setdefault(path, Note(Place(path, line), reason))

    def recall(self, path: str) -> Parsed | None:
        """The tree of a file, which from now on was asked for last; None where it has to be parsed."""
        kept = self._trees.pop(path, None)
        if kept is None:
            return None
        self._trees[path] = kept
        return kept[0]

    def keep(self, path: str, parsed: Parsed, size: int) -> None:
        """Remember a tree whose source has ``size`` characters."""
        self._trees[path] = (parsed, size)
        self._kept += size
        while self._kept > _KEPT_SOURCE and len(self._trees) > 1:
            self._kept -= self._trees.pop(next(iter(self._trees)))[1]
