"""Which call loads which model file."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Loader:
    """A call that takes a path, or an open file where ``file`` is set.

    Attributes:
        suffixes: of the files it reads.
        call: its dotted name.
        file: whether it takes an open file.
        keyword: the name it takes the path by; the first position where empty.
        arguments: what it takes behind that.
    """

    suffixes: tuple[str, ...]
    call: str
    file: bool
    keyword: str
    arguments: tuple[str, ...]
    why: str
    source: str
    checked: date


@lru_cache
def _loaders() -> tuple[Loader, ...]:
    return tuple(
        Loader(
            row.texts("suffixes"),
            row.text("call"),
            row.flag("file"),
            row.text("keyword", ""),
            row.texts("arguments"),
            row.why,
            row.source,
            row.checked,
        )
        for row in rows("model_loaders", "loader")
    )


def loaders_of(path: str) -> tuple[Loader, ...]:
    """Those that read a file of that name, the first choice first."""
    suffix = PurePosixPath(path).suffix.lower()
    return tuple(loader for loader in _loaders() if suffix in loader.suffixes)
