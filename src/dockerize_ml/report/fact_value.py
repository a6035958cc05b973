"""A fact's value as one line of text."""

from collections.abc import Callable

from dockerize_ml.facts.model import Confidence, Fact, SystemPackages, Value
from dockerize_ml.report.safe import safe

NOT_FOUND = "not found"
NONE = "none"


def fact_text(fact: Fact[Value], said: Callable[[str], str] = str) -> str:
    """The fact's value; where it has none, whether there is none or it could not be found; ``said`` translates."""
    if fact.value is None:
        return NONE if fact.confidence is Confidence.CERTAIN else NOT_FOUND
    return value_text(fact.value, said)


def value_text(value: object, said: Callable[[str], str] = str) -> str:
    """A value as a person writes it: lists with commas, ``none`` for an empty one."""
    match value:
        case None:
            return NONE
        case tuple() | list():
            return ", ".join(safe(str(item)) for item in value) or NONE
        case SystemPackages():
            only_built = (name for name in value.build if name not in value.runtime)
            needed = [*value.runtime, *(said(f"{name} (to build)") for name in only_built)]
            return value_text(needed)
        case _:
            return safe(str(value))
