"""When a project was last committed to, read from ``.git`` as data: git itself and its hooks are never run."""

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from dockerize_ml.errors import ProjectError
from dockerize_ml.project.reading import read_bytes

_LIMIT = 20_000_000
_COMMIT = 1_000_000  # bytes; a commit holds a message, no files
_REFERENCE = re.compile(r"ref:\s*(refs/[\w./+@-]+)")
_NAME = re.compile(r"[0-9a-f]{40}")
_COMMITTER = re.compile(rb"^committer .*?(\d{1,12}) [+-]\d{4}$", re.MULTILINE)


def last_commit(root: Path) -> date | None:
    """The day (UTC) of the commit that HEAD stands for; None where there is no repository, or a broken one."""
    name = head(root)
    commit = _object(root / ".git", name) if name else None
    found = _COMMITTER.search(commit) if commit else None
    try:
        return datetime.fromtimestamp(int(found[1]), UTC).date() if found else None
    except (OverflowError, OSError, ValueError):
        return None


def head(root: Path) -> str | None:
    """The commit's name that HEAD has, or that the branch has which HEAD names; None where there is none."""
    folder = root / ".git"
    # A link, or the file of a worktree or submodule, leads out of the project.
    if folder.is_symlink() or not folder.is_dir():
        return None
    said = _text(folder, "HEAD").strip()
    branch = _REFERENCE.fullmatch(said)
    if branch is None:
        return said if _NAME.fullmatch(said) else None
    if ".." in branch[1]:
        return None
    loose = _text(folder, branch[1]).strip()
    if _NAME.fullmatch(loose):
        return loose
    packed = re.search(rf"^([0-9a-f]{{40}}) {re.escape(branch[1])}$", _text(folder, "packed-refs"), re.MULTILINE)
    return packed[1] if packed else None


def _object(folder: Path, name: str) -> bytes | None:
    loose = _bytes(folder, f"objects/{name[:2]}/{name[2:]}")
    if loose is None:
        return next(_packed(folder, name), None)
    try:
        return zlib.decompressobj().decompress(loose, _COMMIT)
    except zlib.error:
        return None


def _packed(folder: Path, name: str) -> Iterator[bytes]:
    """The commit out of whichever pack has it; whatever is wrong with a pack is no news of the project's age."""
    packs = sorted((folder / "objects" / "pack").glob("*.idx"))
    if not packs:
        return
    # Only for repositories, and slow to load.
    from dulwich.object_format import DEFAULT_OBJECT_FORMAT  # noqa: PLC0415 - see above
    from dulwich.objects import ObjectID  # noqa: PLC0415 - see above
    from dulwich.pack import Pack  # noqa: PLC0415 - see above

    for index in packs:
        if not (_is_own(index, folder) and _is_own(index.with_suffix(".pack"), folder)):
            continue
        try:
            with Pack(str(index.with_suffix("")), object_format=DEFAULT_OBJECT_FORMAT) as pack:
                yield pack[ObjectID(name.encode())].as_raw_string()
        except Exception:  # noqa: BLE001, S112 - dulwich raises many kinds on a broken pack, assertions among them
            continue


def _text(folder: Path, name: str) -> str:
    return (_bytes(folder, name) or b"").decode("utf-8", "replace")


def _bytes(folder: Path, name: str) -> bytes | None:
    path = folder / name
    if not _is_own(path, folder):
        return None
    try:
        return read_bytes(path, shown=name, limit=_LIMIT)
    except ProjectError:
        return None


def _is_own(path: Path, folder: Path) -> bool:
    """Whether it is a file of the repository and no link out of it."""
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
