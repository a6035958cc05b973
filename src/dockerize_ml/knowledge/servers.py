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
def serving_calls() -> frozenset[str]:
    """Functions that serve until they are stopped and are handed no application."""
    return frozenset(call for row in rows("servers", "serving") for call in row.texts("calls"))


@lru_cache
def serving_methods() -> frozenset[str]:
    """Methods that serve until they are stopped, whatever they are called on."""
    return frozenset(name for row in rows("servers", "serving") for name in row.texts("methods"))


@lru_cache
def is_server_class(dotted: str) -> bool:
    """Whether a class of the project serves that derives from this one."""
    return any(
        dotted.startswith(row.texts("classes")) and not dotted.endswith(row.texts("endings"))
        for row in rows("servers", "serving")
    )


class ServingCommand(NamedTuple):
    """How a program is made to serve whose command line a class of another package reads.

    Attributes:
        words: that are typed behind its name.
        port: where it listens by itself.
        port_keyword: what a program says another one by, in a call.
    """

    words: tuple[str, ...]
    port: int
    port_keyword: str


@lru_cache
def serving_command(base: str) -> ServingCommand | None:
    """What is known of the programs whose class derives from this one, or None."""
    for row in rows("servers", "command"):
        if row.text("base") == base:
            return ServingCommand(row.texts("words"), row.number("port") or 0, row.text("port_keyword"))
    return None


@lru_cache
def verb_rank(word: str) -> int | None:
    """How likely a sub-command of this name is the one that serves: 0 for the likeliest, negative for developers'."""
    for row in rows("servers", "verbs"):
        if word in row.texts("development"):
            return -1
        if word in row.texts("words"):
            return row.texts("words").index(word)
    return None


@lru_cache
def host_options() -> frozenset[str]:
    """Options that take the address that a server listens on."""
    return frozenset(name for row in rows("servers", "options") for name in row.texts("hosts"))


@lru_cache
def pair_options() -> frozenset[str]:
    """Options that take an address, or an address and a port in one."""
    return frozenset(name for row in rows("servers", "options") for name in row.texts("pairs"))


@lru_cache
def port_options() -> frozenset[str]:
    """Options that take the port that a server listens on."""
    return frozenset(name for row in rows("servers", "options") for name in row.texts("ports"))


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
