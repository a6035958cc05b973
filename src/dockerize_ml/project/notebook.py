"""Read a Jupyter notebook as one Python source that still knows where each line stood."""

import json
import re
from bisect import bisect_right
from dataclasses import dataclass

from dockerize_ml.project.shape import mapping, sequence
from dockerize_ml.project.source import parses

# ``%matplotlib``, ``!pip install``, ``?help``, ``help?``; with what is before them, so that a block keeps its body.
_MAGIC = re.compile(r"^(?P<indent>[ \t]*)(?:[%!?]|\w[\w.]*\?{1,2}[ \t]*$|(?:\w+[ \t]*=[ \t]*)[%!])")
# Looking far ahead, again and again, for lines that are written in another way would make reading quadratic.
_FAR = 500_000
_MOST_MISSES = 50
_NOT_PYTHON = re.compile(r"^\s*%%(?!time|timeit|capture|prun)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell: its number among all cells from 1, and the line of the joined source at which it begins."""

    number: int
    start: int


@dataclass(frozen=True, slots=True)
class Notebook:
    """The code of a notebook.

    Attributes:
        source: the code cells one after the other; magics became ``pass``, cells that are no Python became blank.
        cells: in order.
        magics: lines such as ``!pip install torch``, with their line in the source.
        lines: for each line of the source, the line of the file that it stands in.
        kernel: the language, ``python`` where the notebook does not tell.
        version: the Python version that ran it last (``3.10.12``), or empty.
    """

    source: str
    cells: tuple[Cell, ...]
    magics: tuple[tuple[int, str], ...]
    lines: tuple[int, ...]
    kernel: str = "python"
    version: str = ""

    def cell_of(self, line: int) -> tuple[int, int]:
        """The cell's number and the line in it, both from 1, of a line of the source."""
        index = max(bisect_right([cell.start for cell in self.cells], line) - 1, 0)
        if not self.cells:
            return 1, line
        return self.cells[index].number, line - self.cells[index].start + 1

    def file_line(self, line: int) -> int:
        """The line of the ``.ipynb`` file that a line of the source stands in."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else 1


def read_notebook(text: str) -> Notebook | None:
    """The notebook in a file's text, or None where it is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    metadata = mapping(data.get("metadata"))
    language = mapping(metadata.get("language_info"))
    kernel = language.get("name") or mapping(metadata.get("kernelspec")).get("language") or "python"
    version = language.get("version")
    finder = _Finder(text)
    joined: list[str] = []
    magics: list[tuple[int, str]] = []
    cells: list[Cell] = []
    lines: list[int] = []
    for number, code in _code_cells(data):
        cells.append(Cell(number, len(joined) + 1))
        lines.extend(finder.line_of(line) for line in code)
        python, magical = _python(code)
        magics.extend((len(joined) + index, code[index - 1].strip()) for index in magical)
        joined.extend(python)
    source = "\n".join(joined)
    return Notebook(
        source, tuple(cells), tuple(magics), tuple(lines), str(kernel), version if isinstance(version, str) else ""
    )


def _code_cells(data: dict[str, object]) -> list[tuple[int, list[str]]]:
    """The numbered code cells; format 3 kept them in worksheets and called their source ``input``."""
    sheets = [data, *map(mapping, sequence(data.get("worksheets")))]
    cells = [mapping(cell) for sheet in sheets for cell in sequence(sheet.get("cells"))]
    return [
        (number, _joined(cell.get("source", cell.get("input"))).split("\n"))
        for number, cell in enumerate(cells, 1)
        if cell.get("cell_type") == "code"
    ]


def _python(code: list[str]) -> tuple[list[str], list[int]]:
    """The cell as Python, and which of its lines, from 1, were magics; blank lines where the cell is no Python."""
    # First as it is: ``% value`` may go on with the line above.
    if parses("\n".join(code)):
        return code, []
    magical = [index for index, line in enumerate(code, 1) if _MAGIC.match(line)]
    lines = [_without_magic(line) for line in code]
    if _NOT_PYTHON.match(code[0]) or not parses("\n".join(lines)):
        return [""] * len(code), magical
    return lines, magical


def _without_magic(line: str) -> str:
    magic = _MAGIC.match(line)
    return f"{magic['indent']}pass" if magic else line


class _Finder:
    """Finds the line of the file for one source line after the other, in a single pass."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._misses = 0

    def line_of(self, code: str) -> int:
        if not code.strip() or self._misses > _MOST_MISSES:
            return self._line
        spellings = dict.fromkeys((json.dumps(code)[1:-1], json.dumps(code, ensure_ascii=False)[1:-1]))
        places = (self._text.find(written, self._at, self._at + _FAR) for written in spellings)
        found = next((place for place in places if place >= 0), None)
        if found is None:
            self._misses += 1
            return self._line
        self._line += self._text.count("\n", self._at, found)
        self._at = found
        return self._line


def _joined(value: object) -> str:
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""
