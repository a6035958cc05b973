"""Machines that an image can be for."""

from functools import lru_cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows

# What everybody builds for unless they say something else.
USUAL = ("linux/amd64",)


class Architecture(NamedTuple):
    """One kind of machine: as Docker calls it, as Python and wheels do, and as uv does."""

    platform: str
    machine: str
    resolver: str


@lru_cache
def architectures() -> tuple[Architecture, ...]:
    """All that are known."""
    return tuple(
        Architecture(row.text("platform"), row.text("machine"), row.text("resolver"))
        for row in rows("architectures", "architecture")
    )


def architecture(platform: str) -> Architecture:
    """The one of Docker's name.

    Raises:
        StopIteration: the settings let a name through that the table does not have; a bug of ours.
    """
    return next(each for each in architectures() if each.platform == platform)
