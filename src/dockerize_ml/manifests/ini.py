"""Read an INI file with the line of every value, which the standard library's reader does not tell."""

import re
from typing import NamedTuple

_SECTION = re.compile(r"\[(?P<name>[^\]]+)\]")
_KEY = re.compile(r"(?P<key>[^\s=:#;][^=:]*?)\s*[=:]\s*(?P<value>.*)")


class Value(NamedTuple):
    """One line of a value."""

    text: str
    line: int


Section = dict[str, list[Value]]


def read_ini(text: str) -> dict[str, Section]:
    """The sections of a file: keys in lower case, each with its value's lines. What fits nowhere is passed over."""
    sections: dict[str, Section] = {}
    section: Section = {}
    values: list[Value] = []
    for number, whole in enumerate(text.split("\n"), 1):
        line = re.split(r"\s[#;]", whole, maxsplit=1)[0].rstrip()
        if not line or line.lstrip().startswith(("#", ";")):
            continue
        if line[0].isspace():
            values.append(Value(line.strip(), number))
            continue
        header, pair = _SECTION.fullmatch(line), _KEY.fullmatch(line)
        values = []
        if header:
            section = sections.setdefault(header["name"].strip(), {})
        elif pair:
            values = section.setdefault(pair["key"].lower(), [])
            values.extend([Value(pair["value"], number)] if pair["value"] else [])
    return sections
