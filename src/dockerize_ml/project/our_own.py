"""Files that this program wrote: they repeat what was found, so they prove nothing when the project is read again."""

from pathlib import Path

from dockerize_ml.errors import DockerizeError
from dockerize_ml.project.reading import read_text

HEADER = "Written by dockerize-ml"
_HEADERS = (HEADER, "Escrito por dockerize-ml")
_NAMES = ("Dockerfile", ".dockerignore")
_HEAD = 2000
_LIMIT = 5_000_000


def our_own(root: Path) -> frozenset[str]:
    """The names of such files in a project's root."""
    return frozenset(name for name in _NAMES if _is_ours(root / name))


def is_our_text(text: str) -> bool:
    """Whether a file's first lines say, in any language, that this program wrote it."""
    return any(header in text[:_HEAD] for header in _HEADERS)


def _is_ours(path: Path) -> bool:
    try:
        return is_our_text(read_text(path, shown=path.name, limit=_LIMIT))
    except DockerizeError:
        return False
