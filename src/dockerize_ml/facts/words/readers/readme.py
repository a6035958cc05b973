"""Run lines in a README: ``uvicorn app.main:app --reload``, ``docker run -p 8000:8000``, ``http://localhost:8501``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.facts.words.word import PortWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.words.word import Word
    from dockerize_ml.project.project import Project

_NAME = re.compile(
    r"(?:[\w-]+/)?(?:readme(?:[._-]\w+)*|docs?/(?:usage|setup|install\w*|running|deploy\w*)\.md)", re.IGNORECASE
)
_FENCE = re.compile(r"\s*(?:[>*-]\s+|\d+\.\s+)?(?:```|~~~)")
_INLINE = re.compile(r"`([^`]+)`")
_COMMAND = re.compile(
    r"\s*(?:\$|>|%|#|\*|-|\d+\.)?\s*(?:[A-Z_]+=\S+\s+|set\s|export\s|sudo\s|cd\s|\./|py\s|arq |rq |docker run"
    r"|(?:poetry|uv|pipenv|pdm|mesop|serve|shiny) run|(?:panel|bokeh) serve|uvx|python|flask|uvicorn|gunicorn|streamlit"
    r"|fastapi|chainlit|voila|celery|hypercorn|daphne|waitress|jupyter|mlflow|bentoml|solara|marimo|reflex|quart"
    r"|litestar|sanic|scrapy|dramatiq|huey|mesop|flet|luigi)"
)
_DOCKER_RUN = re.compile(r"docker\s+run\s.*?(?:-p|--publish)[ =]?(?:[\d.]+:)?\d{2,5}:(?P<port>\d{2,5})")
_URL = re.compile(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(?P<port>\d{2,5})")


def is_readme(path: str) -> bool:
    """Whether a file tells readers how to start the project."""
    return _NAME.fullmatch(path) is not None


@words
def readme(project: Project) -> Iterator[Word]:
    """Command lines in code blocks, in order; a ``cd`` holds until the block's end, as a reader would type it."""
    for path in filter(is_readme, project.files):
        yield from _of_file(project, path)


def _of_file(project: Project, path: str) -> Iterator[Word]:
    folder = path.rpartition("/")[0] or "."
    lines = lines_of(project, path)
    for number, text in _commands(lines):
        yield from commands(text, Place(path, number), "README", 22, folder)
    for number, line in enumerate(lines, 1):
        for found in _DOCKER_RUN.finditer(line):
            yield PortWord(int(found["port"]), folder, Place(path, number), 40)
        for found in _URL.finditer(line):
            yield PortWord(int(found["port"]), folder, Place(path, number), 10)


class Code(NamedTuple):
    """A line of code; ``block`` is the fence that it stands behind, in its lines, or 0 where it stands among words."""

    line: int
    text: str
    block: int


def code_in(lines: tuple[str, ...]) -> Iterator[Code]:
    """The lines of a text's blocks of code, and what stands in backticks, in order."""
    begin, is_inside = 1, False
    for number, line in enumerate(lines, 1):
        if _FENCE.match(line) and line.count("```") != 2:
            is_inside, begin = not is_inside, number
        elif is_inside or line.startswith(("    ", "\t", "$ ", "> $")):
            yield Code(number, line, begin)
        else:
            yield from (Code(number, code, 0) for code in _INLINE.findall(line))


def _commands(lines: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Each command with its line; the ``cd`` lines of a block stand before what follows them."""
    moved: list[str] = []
    block = 0
    for code in code_in(lines):
        if not code.block:
            yield from [(code.line, code.text)] if _COMMAND.match(code.text) else []
            continue
        moved, block = (moved if code.block == block else []), code.block
        text = code.text.strip().lstrip("$>% ").strip()
        if re.match(r"(?:cd|set|export)\s", text) and "&&" not in text:
            moved.append(text)
        elif _COMMAND.match(code.text):
            yield code.line, " && ".join([*moved, text])
