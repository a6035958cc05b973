"""Where a program listens when its command line does not say."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Listening:
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
