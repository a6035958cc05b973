"""What a dependency file's name and folder say it is for."""

import re
from functools import cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows

_DEVELOPMENT = 50
_PLAIN = 1
_OF_A_PART = 4


class Purpose(NamedTuple):
    """How much a deployment wants the file, the lowest rank most, and why."""

    rank: int
    why: str = ""

    @property
    def is_development(self) -> bool:
        """Whether only developers need it."""
        return self.rank >= _DEVELOPMENT


def purpose_of(path: str, folder: str = "") -> Purpose:
    """What a path says about itself, seen from a program's folder; a name that says nothing lies in the middle.

    Of several words that nobody knows one stands for a part: ``requirements-llm.txt`` beside ``requirements.txt``.
    """
    path = path.removeprefix(f"{folder}/") if folder else path
    *folders, name = path.split("/")
    words = _words(name.rpartition(".")[0] or name)
    by_name = [_table()[word] for word in words if word in _table()]
    if any(folder.startswith(".") for folder in folders):
        return Purpose(_DEVELOPMENT, "it lies in a hidden folder, which is for tools")
    by_folder = [_table()[word] for folder in folders for word in _words(folder) if word in _table()]
    worst = max((purpose for purpose in by_folder if purpose.is_development), default=None)
    if worst is not None:
        return worst
    return max(by_name, default=Purpose(_OF_A_PART if len(words) > 1 else _PLAIN))


def _words(name: str) -> list[str]:
    return [word.rstrip("0123456789") or word for word in re.split(r"[-_. ()]+", name.lower())]


@cache
def _table() -> dict[str, Purpose]:
    return {
        word: Purpose(row.number("rank") or 0, row.why)
        for row in rows("manifest_names", "purpose")
        for word in row.texts("words")
    }
