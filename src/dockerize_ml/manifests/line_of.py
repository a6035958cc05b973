"""Find the line of a TOML entry by looking for it in the text, which the TOML reader does not tell."""

import re
from collections.abc import Iterator


class Lines:
    """A TOML file's lines, searched by section."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def of_key(self, section: str, key: str) -> int | None:
        """The line of ``key = …`` in ``[section]``, or of the key's own section."""
        pattern = re.compile(rf"\s*[\"']?{_loose(key)}[\"']?\s*[.=]", re.IGNORECASE)
        found = next((line for line in self._of_section(section) if pattern.match(self._lines[line - 1])), None)
        return found or self._header(f"{section}.{key}")

    def of_text(self, section: str, text: str, *, after: str = "") -> int | None:
        """The line in ``[section]`` that holds a text, below the line of the key ``after``."""
        start = (self.of_key(section, after) or 0) if after else 0
        inside = (line for line in self._of_section(section) if line >= start and text in self._lines[line - 1])
        found = next(inside, None)
        if found is not None:
            return found
        return next((line for line, content in enumerate(self._lines, 1) if text in content), None)

    def _of_section(self, section: str) -> range:
        start = self._header(section)
        if start is None:
            return range(0)
        end = next(
            (
                line
                for line in range(start, len(self._lines))
                if re.match(r"\s*\[{1,2}[\w\"'.\s-]+\]", self._lines[line])
            ),
            len(self._lines),
        )
        return range(start + 1, end + 1)

    def _header(self, section: str) -> int | None:
        parts = r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in section.split("."))
        pattern = re.compile(rf"\s*\[{{1,2}}\s*{parts}\s*\]")
        return next((line for line, content in enumerate(self._lines, 1) if pattern.match(content)), None)


def _loose(key: str) -> str:
    """A key whose separators may be written in any of the ways that PEP 503 takes for the same."""
    return "[-_.]+".join(map(re.escape, re.split(r"[-_.]+", key)))


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
