"""The import lines of a file, read from its text: cheap, and good for Python 2 and broken files too."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(
    r"^[ \t]*(?:>>>[ \t]*)?(?:"
    r"from[ \t]+(?P<level>\.*)[ \t]*(?P<module>[\w.]*)[ \t]+import[ \t]*(?P<names>\([^)]*\)|[^\n#;]*(?:\\\n[^\n#;]*)*)"
    r"|import[ \t]+(?P<modules>[\w.][^\n#;]*(?:\\\n[^\n#;]*)*))",
    re.MULTILINE,
)
_COMMENT = re.compile(r"#[^\n]*")
_NAME = re.compile(r"\s*([\w.]+|\*)(?:\s+as\s+\w+)?\s*\\?\s*$")


class ImportLine(NamedTuple):
    """One ``import`` or ``from … import`` line.

    Attributes:
        line: from 1.
        level: how many dots lead it.
        module: dotted, may be empty (``from . import x``).
        names: what is taken from the module; empty for a plain ``import``.
    """

    line: int
    level: int
    module: str
    names: tuple[str, ...] = ()


def import_lines(text: str) -> Iterator[ImportLine]:
    """Every import line, those inside functions and ``try`` too."""
    if "import" not in text:
        return
    line, seen = 1, 0
    for found in _LINE.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        if found["modules"] is not None:
            yield from (ImportLine(line, 0, name) for name in _names(found["modules"]))
        elif found["level"] or found["module"]:
            yield ImportLine(line, len(found["level"]), found["module"], tuple(_names(found["names"])))


def _names(text: str) -> Iterator[str]:
    for piece in _COMMENT.sub("", text.strip("() \t")).split(","):
        found = _NAME.match(piece)
        if found:
            yield found[1]
