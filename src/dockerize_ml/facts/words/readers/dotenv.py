"""Ports and applications in example environments, and the port in Streamlit's settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.word import Command, PortWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.project.project import Project

_FILES = {
    re.compile(
        r"(?:[\w-]+/)?(?:\.?env\.(?:example|sample|template|dist|defaults?)|(?:example|sample)\.env|\.env|\.flaskenv)"
    ): re.compile(
        r"\s*(?:export\s+)?(?:(?:APP|API|SERVER|WEB|HTTP|BACKEND|SERVICE|FLASK_RUN|FASTAPI|UVICORN|STREAMLIT_SERVER|GRADIO_SERVER)_)?PORT"
        r"\s*=\s*[\"']?(?P<port>\d{2,5})[\"']?\s*(?:#.*)?"
    ),
    re.compile(r"(?:[\w-]+/)?\.streamlit/config\.toml"): re.compile(r"\s*port\s*=\s*(?P<port>\d{2,5})\s*(?:#.*)?"),
}
_READ_BY_THE_FRAMEWORK = re.compile(r"\b(?:FLASK_RUN|UVICORN|STREAMLIT_SERVER|GRADIO_SERVER)_PORT\b")
_APPLICATION = re.compile(r"\s*(?:export\s+)?(?:FLASK|QUART)_APP\s*=\s*[\"']?(?P<app>[\w./:()]+)[\"']?\s*")


@words
def dotenv(project: Project) -> Iterator[Command | PortWord]:
    """``PORT=8000`` in ``.env.example``, ``port = 8501`` in ``.streamlit/config.toml``."""
    for path in project.files:
        for name, line_pattern in _FILES.items():
            if name.fullmatch(path):
                yield from _of_file(project, path, line_pattern)


def _of_file(project: Project, path: str, pattern: re.Pattern[str]) -> Iterator[Command | PortWord]:
    folder = path.removesuffix(".streamlit/config.toml").rpartition("/")[0] or "."
    for number, line in enumerate(lines_of(project, path), 1):
        application = _APPLICATION.fullmatch(line)
        if application:
            yield Command(("flask", "--app", application["app"], "run"), folder, Place(path, number), path, 30)
        found = pattern.fullmatch(line)
        if found:
            is_read = ".streamlit" in path or _READ_BY_THE_FRAMEWORK.search(line)
            yield PortWord(int(found["port"]), folder, Place(path, number), 48 if is_read else 30)
