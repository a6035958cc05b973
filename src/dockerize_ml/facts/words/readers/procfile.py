"""Heroku's Procfile: ``web: gunicorn app:app``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.words.word import Command
    from dockerize_ml.project.project import Project

_NAME = re.compile(r"(?:.*/)?Procfile(?:\.\w+)?", re.IGNORECASE)
_LINE = re.compile(r"\s*(?P<name>[\w-]+)\s*:\s*(?P<command>\S.*)")


@words
def procfile(project: Project) -> Iterator[Command]:
    """Every process type; ``release`` prepares and is no program."""
    for path in project.files:
        if not _NAME.fullmatch(path) or path.count("/") > 2:
            continue
        folder = path.rpartition("/")[0] or "."
        for number, line in enumerate(lines_of(project, path), 1):
            found = _LINE.fullmatch(line)
            if found and found["name"] != "release":
                weight = 60 if found["name"] == "web" else 25
                yield from commands(found["command"], Place(path, number), "Procfile", weight, folder, found["name"])
