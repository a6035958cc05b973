"""Settings of Gunicorn, Hypercorn and uWSGI that lie in the project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.word import Command, PortWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.words.word import Word
    from dockerize_ml.project.project import Project

_NAME = re.compile(r"(?:.*/)?(?:gunicorn[\w.-]*\.py|hypercorn[\w.-]*\.(?:py|toml)|u?wsgi\.ini|config\.ru)")
_BIND = re.compile(r"\s*(?:bind|http|http-socket|socket)\s*=\s*(?:f|\[)?\s*[\"']?[^#]*?:(?P<port>\d{2,5})\b")
_APPLICATION = re.compile(
    r"\s*(?:wsgi_app|module|wsgi)\s*=\s*[\"']?(?P<target>[A-Za-z_][\w.]*(?::\w+(?:\(\))?)?)[\"']?\s*"
)
_CALLABLE = re.compile(r"\s*callable\s*=\s*(?P<name>\w+)\s*")


@words
def server_settings(project: Project) -> Iterator[Word]:
    """The port that a server is bound to and the application that it serves."""
    for path in project.files:
        if _NAME.fullmatch(path) and path.count("/") <= 2:
            yield from _of_file(project, path)


def _of_file(project: Project, path: str) -> Iterator[Word]:
    folder = path.rpartition("/")[0] or "."
    lines = lines_of(project, path)
    name = next((found["name"] for line in lines if (found := _CALLABLE.fullmatch(line))), "")
    for number, line in enumerate(lines, 1):
        bound = _BIND.match(line)
        if bound:
            yield PortWord(int(bound["port"]), folder, Place(path, number), 55)
        served = _APPLICATION.fullmatch(line)
        if served:
            target = served["target"] if ":" in served["target"] or not name else f"{served['target']}:{name}"
            yield Command(("gunicorn", target), folder, Place(path, number), path, 50)
