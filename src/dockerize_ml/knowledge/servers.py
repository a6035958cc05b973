"""Programs that serve until they are told to stop."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows


class Server(NamedTuple):
    """A program that serves.

    Attributes:
        name: its command.
        verbs: the words of which one must follow; empty where it always serves.
        development: those of the verbs that are for development only.
        ignores_sigterm: whether it does not hear SIGTERM as process 1.
    """

    name: str
    verbs: tuple[str, ...]
    development: tuple[str, ...]
    ignores_sigterm: bool
    why: str
    source: str
    checked: date


def server(name: str) -> Server | None:
    """The server by its command's name, or by the module's that ``python -m`` runs."""
    return _all().get(name)


@lru_cache
def lasting_words() -> frozenset[str]:
    """What programs whose work does not end are called."""
    return frozenset(word for row in rows("servers", "lasting") for word in row.texts("words"))


@lru_cache
def handling_libraries() -> re.Pattern[str]:
    """Finds the libraries whose programs end by SIGTERM without further ado."""
    names = (name for row in rows("servers", "handling") for name in row.texts("names"))
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


@lru_cache
def _all() -> dict[str, Server]:
    found: dict[str, Server] = {}
    for row in rows("servers", "server"):
        known = Server(
            name=row.text("name"),
            verbs=row.texts("verbs"),
            development=row.texts("development"),
            ignores_sigterm=row.flag("ignores_sigterm"),
            why=row.why,
            source=row.source,
            checked=row.checked,
        )
        found[known.name] = found[row.text("module", known.name)] = known
    return found
