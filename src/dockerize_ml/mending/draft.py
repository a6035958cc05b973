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

    def read(self, name: str) -> str | None:
        """A file of the project's folder with the line ends that it has; None where there is none."""
        path = self._root / name
        return path.read_bytes().decode("utf-8", "surrogateescape") if path.is_file() else None

    def write(self, name: str, text: str) -> None:
        """Write one file of the project's folder."""
        old = self.read(name)
        if old == text:
            return
        path = self._root / name
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
