"""The JSON form of arguments: ``["python", "app.py"]``."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.nodes import Word
from dockerize_ml.dockerfile.spaces import SPACES

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.nodes import Joined

_STRING = r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"'
_STRINGS = re.compile(rf"\[[ \t\r\n]*(?:{_STRING}[ \t\r\n]*(?:,[ \t\r\n]*{_STRING}[ \t\r\n]*)*)?\][ \t\r\n]*\Z")
_ONE = re.compile(_STRING)
# How deep Go reads arrays inside arrays.
_DEEPEST = 10_000
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_json(joined: Joined, start: int = 0) -> tuple[Word, ...] | None:
    """The strings of the JSON form, or None if the text is not an array of strings."""
    text = joined.text
    while start < len(text) and text[start] in SPACES:
        start += 1
    if not text.startswith("[", start) or not _STRINGS.match(text, start):
        return None
    return tuple(
        Word(match[0], _decoded(match[0]), joined.span(match.start(), match.end()))
        for match in _ONE.finditer(text, start)
    )


def is_other_array(text: str) -> bool:
    """Whether a text is a JSON array with something else than strings in it, which BuildKit refuses."""
    text = text.lstrip(SPACES)
    if not text.startswith("["):
        return False
    try:
        values = json.loads(text, parse_constant=_refuse, parse_float=_number, parse_int=_number)
    except ValueError:
        return False
    except RecursionError:
        # An array of arrays that Go still reads, and so not one of strings.
        return text.count("[") <= _DEEPEST
    return not all(isinstance(value, str) for value in values)


def _decoded(literal: str) -> str:
    if "\\" not in literal:
        return literal[1:-1]
    # Go puts the replacement character for half of a surrogate pair.
    return _LONE_SURROGATE.sub("\ufffd", json.loads(literal))


def _number(written: str) -> float:
    """A number, if it fits into Go's; what does not is no JSON to Go."""
    number = float(written)
    if math.isinf(number):
        raise ValueError(written)
    return number


def _refuse(name: str) -> float:
    raise ValueError(name)
