"""Find the line of a TOML entry by looking through the text once, which the TOML reader does not tell."""

import re
from collections.abc import Iterator
from functools import cached_property

_HEADER = re.compile(r"\s*\[{1,2}(?P<name>[^\[\]#]+)\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<key>(?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_TEXT = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'([^']*)'")
_LONGEST = 5_000


class Lines:
    """Where a TOML file's keys and texts stand, by section."""

    def __init__(self, text: str) -> None:
        self._text = text

    def of_key(self, section: str, key: str) -> int | None:
        """The line of ``key = …`` in ``[section]``, or of the key's own section."""
        name = _loose(key)
        keys, headers, _ = self._index
        return keys.get((_loose(section), name)) or headers.get(f"{_loose(section)}.{name}")

    def of_text(self, section: str, text: str, *, after: str = "") -> int | None:
        """The line that holds a text: under the key ``after`` of the section, else anywhere in it, else in the file."""
        _, _, texts = self._index
        return (
            texts.get((_loose(section), _loose(after), text))
            or texts.get((_loose(section), "", text))
            or texts.get(("", "", text))
        )

    @cached_property
    def _index(self) -> tuple[dict[tuple[str, str], int], dict[str, int], dict[tuple[str, str, str], int]]:
        """The first line of each key, section and text. Looking for each entry by itself would take the square."""
        keys: dict[tuple[str, str], int] = {}
        headers: dict[str, int] = {}
        texts: dict[tuple[str, str, str], int] = {}
        section = current = ""
        for number, whole in enumerate(self._text.split("\n"), 1):
            line = whole[:_LONGEST]
            header = _HEADER.fullmatch(line)
            if header:
                section, current = _loose(header["name"]), ""
                headers.setdefault(section, number)
                continue
            key = _KEY.match(line)
            if key:
                current = _loose(key["key"])
                keys.setdefault((section, current), number)
                keys.setdefault((section, current.partition(".")[0]), number)
            for found in _TEXT.finditer(line):
                text = found[1] if found[1] is not None else found[2]
                for place in ((section, current, text), (section, "", text), ("", "", text)):
                    texts.setdefault(place, number)
        return keys, headers, texts


def table_lines(text: str, name: str) -> Iterator[int]:
    """The line that names each ``[[name]]`` table in turn: of its ``name = …``, or of its header."""
    header = f"[[{name}]]"
    pending = 0
    for number, line in enumerate(text.split("\n"), 1):
        if pending and (line.startswith("[") or re.match(r"\s*name\s*=", line)):
            yield pending if line.startswith("[") else number
            pending = 0
        if line.strip() == header:
            pending = number
    if pending:
        yield pending


def _loose(name: str) -> str:
    """A dotted name without quotes, its separators as one: ``tool."Foo_bar"`` → ``tool.foo-bar``."""
    parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^.\s]+", name)
    return ".".join(re.sub(r"[-_.]+", "-", part.strip("\"'")).lower() for part in parts)
