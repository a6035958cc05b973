"""Calls that write a file which somebody wants to have afterwards."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Keeper:
    """Calls that write such a file.

    Attributes:
        methods: the last part of their names, of whatever object.
        names: dotted.
        argument: the position of the path.
        keywords: the names that it can be given by.
    """

    methods: frozenset[str]
    names: frozenset[str]
    argument: int | None
    keywords: tuple[str, ...]


@lru_cache
def keepers() -> tuple[Keeper, ...]:
    """Every such call that we know; those that are told by their whole names come first."""
    found = (
        Keeper(
            methods=frozenset(row.texts("methods")),
            names=frozenset(row.texts("names")),
            argument=row.number("argument"),
            keywords=row.texts("keywords"),
        )
        for row in rows("results", "call")
    )
    return tuple(sorted(found, key=lambda keeper: not keeper.names))


@lru_cache
def mention() -> re.Pattern[str]:
    """What a file has in it that makes one of the calls, or opens a file."""
    last = {name.rpartition(".")[2] for keeper in keepers() for name in (*keeper.methods, *keeper.names)}
    return re.compile(rf"\b(?:open|write_text|write_bytes|{'|'.join(sorted(last))})\b")
