"""Walk a project's folder without following links, leaving out what no author wrote."""

import os
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dockerize_ml.project.note import Note
from dockerize_ml.project.place import Place
from dockerize_ml.project.unsearched import why_unsearched

_MOST_FILES = 200_000
_MOST_FOLDERS = 50_000
_DEEPEST = 60
# More files of one kind than this in one folder are data, not a program.
_CROWD = 500
_MOST_CROWDS_TOLD = 10
_NEVER_A_CROWD = frozenset({".py", ".ipynb"})


@dataclass
class Walk:
    """What a walk found.

    Attributes:
        files: posix paths of regular files relative to the root, sorted.
        pruned: folders that were not searched, and why.
        notes: what was left out and may surprise.
        folders: how many folders were listed.
        crowds: how many folders hold a kind of file by the hundred.
    """

    files: list[str] = field(default_factory=list)
    pruned: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    folders: int = 0
    crowds: int = 0

    @property
    def is_full(self) -> bool:
        """Whether the budget of files or folders is spent."""
        return len(self.files) >= _MOST_FILES or self.folders >= _MOST_FOLDERS

    def note(self, path: str, reason: str) -> None:
        """Remember something that was left out."""
        self.notes.append(Note(Place(path), reason))


def walk(root: Path) -> Walk:
    """List the project's files, breadth first, so that a spent budget costs only what lies deepest.

    Raises:
        OSError: the root itself cannot be listed.
    """
    found = Walk()
    real_root = os.path.realpath(root)
    waiting = deque([("", 0)])
    while waiting and not found.is_full:
        folder, depth = waiting.popleft()
        waiting.extend((child, depth + 1) for child in _visit(real_root, folder, depth, found))
    if waiting:
        found.note(".", f"holds more than {len(found.files):,} files; the deepest folders were not searched.")
    if found.crowds > _MOST_CROWDS_TOLD:
        more = found.crowds - _MOST_CROWDS_TOLD
        found.note(".", f"{more:,} more folders hold hundreds of files of a kind; taken for data and not looked at.")
    found.files.sort()
    return found


def _visit(root: str, folder: str, depth: int, found: Walk) -> list[str]:
    """Take in one folder's files and return the folders below it."""
    try:
        entries = _listed(root, folder)
    except OSError as trouble:
        if not folder:
            raise
        found.note(folder, f"cannot be listed: {trouble.strerror}.")
        return []
    found.folders += 1
    if depth >= _DEEPEST:
        found.note(folder, f"lies more than {_DEEPEST} folders deep and was not searched.")
        return []
    prefix = f"{folder}/" if folder else ""
    names = [entry.name for entry in entries if _is_file(root, prefix, entry, found)]
    found.files.extend(prefix + name for name in _without_crowds(folder or ".", names, found))
    return list(_folders(root, prefix, entries, found))


def _listed(root: str, folder: str) -> list[os.DirEntry[str]]:
    """The entries of a folder, in the order of their names, so that the result does not depend on the disk."""
    with os.scandir(f"{root}/{folder}") as entries:
        return sorted((entry for entry in entries if _is_text(entry.name)), key=lambda entry: entry.name)


def _is_text(name: str) -> bool:
    """Whether a name can be written down: not for bytes that are no UTF-8."""
    return name.isascii() or name.isprintable()


def _is_file(root: str, prefix: str, entry: os.DirEntry[str], found: Walk) -> bool:
    if not entry.is_symlink():
        return entry.is_file(follow_symlinks=False)
    target = os.path.realpath(entry.path)
    if target != root and not target.startswith(root + os.sep):
        found.note(prefix + entry.name, "links outside the project and was not followed.")
        return False
    return os.path.isfile(target)  # noqa: PTH113 - the path is a string here


def _without_crowds(folder: str, names: list[str], found: Walk) -> Iterator[str]:
    """The names without the kinds of file that come in hundreds: images, labels, recordings."""
    if len(names) <= _CROWD:
        yield from names
        return
    counts = Counter(_suffix(name) for name in names)
    crowds = {suffix for suffix, count in counts.items() if count > _CROWD and suffix not in _NEVER_A_CROWD}
    found.crowds += bool(crowds)
    for suffix in sorted(crowds) if found.crowds <= _MOST_CROWDS_TOLD else ():
        found.note(folder, f"holds {counts[suffix]:,} files `*{suffix}`; taken for data and not looked at.")
    yield from (name for name in names if _suffix(name) not in crowds)


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def _folders(root: str, prefix: str, entries: list[os.DirEntry[str]], found: Walk) -> Iterator[str]:
    for entry in entries:
        if entry.is_symlink() or not entry.is_dir(follow_symlinks=False):
            continue
        folder = prefix + entry.name
        why = why_unsearched(root, folder)
        if why is None:
            yield folder
        else:
            found.pruned[folder] = why
