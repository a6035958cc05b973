"""Where a program listens when its command line does not say."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows


class Listening(NamedTuple):
    """A program's defaults, the flags that name another address, and the variable that does, or empty."""

    name: str
    host: str
    port: int
    flags: tuple[str, ...]
    variable: str
    why: str
    source: str
    checked: date


def listening(program: str) -> Listening | None:
    """The defaults of a program by its command's name, or None where they are not known."""
    return _all().get(program)


class ListeningCall(NamedTuple):
    """A call that listens.

    Attributes:
        host: its default.
        keyword: how it is told another address.
        position: the same, by position, where it can be told so.
        variable: of the environment, or empty.
        host_setting: the address's name in a file of settings, or empty.
        port_setting: the port's.
    """

    host: str
    keyword: str
    position: int | None
    variable: str
    host_setting: str
    port_setting: str
    why: str
    source: str
    checked: date


@lru_cache
def listening_call(dotted: str) -> ListeningCall | None:
    """The defaults of ``flask.Flask.run``, ``uvicorn.run``; None where they are not known."""
    module, called = dotted.partition(".")[0], dotted.rpartition(".")[2]
    for row in rows("listening_defaults", "call"):
        if module in row.texts("modules") and called in row.texts("calls"):
            return ListeningCall(
                row.text("host"),
                row.text("keyword"),
                row.number("position"),
                row.text("variable", ""),
                row.text("host_setting", ""),
                row.text("port_setting", ""),
                row.why,
                row.source,
                row.checked,
            )
    return None


@lru_cache
def _all() -> dict[str, Listening]:
    return {
        row.text("name"): Listening(
            row.text("name"),
            row.text("host"),
            row.number("port") or 0,
            row.texts("flags"),
            row.text("variable", ""),
            row.why,
            row.source,
            row.checked,
        )
        for row in rows("listening_defaults", "program")
    }
