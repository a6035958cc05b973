"""The files that a round writes, and their way back."""

from pathlib import Path

from dockerize_ml.project.writing import remove_file, rewrite, write_file


class Draft:
    """Files of a project that are written on trial.

    What was there before the first change of all is kept with the other backups; what a round wrote goes away with it.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before: dict[str, str | None] = {}
        self._kept: set[str] = set()

    def write(self, name: str, text: str) -> None:
        """Write one file of the project's folder."""
        path = self._root / name
        old = path.read_text(encoding="utf-8") if path.is_file() else None
        if old == text:
            return
        if name in self._kept:
            rewrite(path, text)
        else:
            write_file(self._root, name, text, replace=True)
            self._kept.add(name)
        self._before.setdefault(name, old)

    def keep(self) -> None:
        """What was written stays."""
        self._before.clear()

    def undo(self) -> None:
        """Everything is as it was when it was last kept."""
        for name, text in self._before.items():
            if text is None:
                remove_file(self._root, name)
            else:
                rewrite(self._root / name, text)
        self._before.clear()
