"""The head of a ``requirements.lock`` of ours: what it was made from, and what cannot stand in it as a line."""

import re
from typing import NamedTuple

from dockerize_ml.project.our_own import HEADER

NAME = "requirements.lock"
PYTHON = "Python"
FROM = "Made from"
AS_OF = "As of"
INPUTS = "Inputs"
PLATFORMS = "Platforms"
APART = "Apart"
COMPILED = "Compiled"
REPAIR = "Repair"
KEPT = "Kept"
WITHOUT = "Without"
_FIELD = re.compile(r"#\s(?P<field>[A-Z][a-z]+(?: [a-z]+)*): (?P<value>.*)")
_HEAD = 2_000  # lines; a list of repairs can be long


class Field(NamedTuple):
    """One line of the head."""

    line: int
    name: str
    value: str


def is_our_lock(text: str) -> bool:
    """Whether the text is a lock that this program wrote."""
    return HEADER in text.partition("\n")[0]


def fields(text: str) -> tuple[Field, ...]:
    """The fields of the head, in their order; it ends with the first line that is no comment."""
    found = []
    for number, line in enumerate(text.split("\n")[:_HEAD], 1):
        if not line.startswith("#"):
            break
        match = _FIELD.fullmatch(line)
        if match:
            found.append(Field(number, match["field"], match["value"].strip()))
    return tuple(found)


def value_of(text: str, name: str) -> str:
    """The first value of a field, or nothing."""
    return next((field.value for field in fields(text) if field.name == name), "")
