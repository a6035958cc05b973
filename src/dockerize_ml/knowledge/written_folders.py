"""Which calls make folders and files, and where on a machine programs write."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Maker:
    """Calls that make a folder, or a file in one.

    Attributes:
        names: dotted.
        makes_file: whether what they are given is a file.
        argument: its position; None for the object whose method it is.
        keywords: the names it can be given by.
    """

    names: frozenset[str]
    makes_file: bool
    argument: int | None
    keywords: tuple[str, ...]


@lru_cache
def makers() -> tuple[Maker, ...]:
    """Every such call that we know."""
    return tuple(
        Maker(
            names=frozenset(row.texts("names")),
            makes_file=row.text("makes") == "file",
            argument=row.number("argument"),
            keywords=tuple(row.texts("keywords")),
        )
        for row in rows("written_folders", "call")
    )


@lru_cache
def mention() -> re.Pattern[str]:
    """What a file has in it that makes one of the calls."""
    names = {name.rpartition(".")[2] for maker in makers() for name in maker.names}
    return re.compile(rf"\b(?:{'|'.join(sorted(names))})\b")


@lru_cache
def own_place() -> re.Pattern[str]:
    """Matches a path below the places in which programs keep what they write, but for what is somebody else's."""
    places = "|".join(re.escape(folder) for row in rows("written_folders", "place") for folder in row.texts("folders"))
    foreign = "|".join(re.escape(name) for row in rows("written_folders", "foreign") for name in row.texts("names"))
    return re.compile(rf"(?:{places})/(?!(?:{foreign})(?:/|$))[\w.-]+(?:/[\w.-]+)*/?")


def is_kept(folder: str) -> bool:
    """Whether a folder, or one that it is in, is to be left as it is."""
    parts = [part for part in folder.split("/") if part]
    around = {"/" + "/".join(parts[:count]) for count in range(1, len(parts) + 1)} or {"/"}
    alone = {each for row in rows("written_folders", "kept") if row.flag("alone") for each in row.texts("folders")}
    kept = {each for row in rows("written_folders", "kept") if not row.flag("alone") for each in row.texts("folders")}
    return bool(around & kept) or f"/{'/'.join(parts)}" in alone
