"""What packages of conda set when their environment is activated."""

from functools import cache
from typing import NamedTuple

from dockerize_ml.knowledge.table import rows


class Activation(NamedTuple):
    """A variable that packages set; ``{prefix}`` in its value stands for the environment's folder."""

    names: tuple[str, ...]
    variable: str
    value: str
    why: str


@cache
def activations() -> tuple[Activation, ...]:
    """Every one that is known."""
    return tuple(
        Activation(row.texts("names"), row.text("variable"), row.text("value"), row.why)
        for row in rows("conda_packages", "activation")
    )
