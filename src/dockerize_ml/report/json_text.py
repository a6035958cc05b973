"""JSON that any reader takes and any terminal shows: ASCII only, no lone surrogates."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

# An escaped backslash, a whole pair, or half a pair; only the last is six characters long.
ESCAPES = re.compile(r"\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\ud[89a-f][0-9a-f]{2}")


def json_text(value: Json, *, indent: int | None = None) -> str:
    """A value as JSON; a byte that was not UTF-8 becomes the replacement character."""
    text = json.dumps(value, indent=indent)
    if "\\ud" not in text:
        return text
    return ESCAPES.sub(lambda found: "\\ufffd" if len(found[0]) == 6 else found[0], text)


def json_rows(rows: Iterable[Json]) -> str:
    """An array with one element to a line: quick to write, and a change of one row is a change of one line."""
    lines = ",\n ".join(json_text(row) for row in rows)
    return f"[{lines}]\n"
