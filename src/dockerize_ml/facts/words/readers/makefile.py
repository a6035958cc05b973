"""Targets of a Makefile, justfile or Taskfile that start the program: ``run:``, ``serve:``."""

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

_NAME = re.compile(r"(?:[\w-]+/)?(?:GNUm|M|m)akefile|(?:[\w-]+/)?\.?[Jj]ustfile")
_TARGET = re.compile(r"(?P<name>[\w.-]+)[^:=]*:(?!=)")
_STARTS = re.compile(
    r"(?:run|serve|start|up|app|api|web|dev|server|ui|dashboard|prod|local|backend|worker|bot|streamlit|launch)(?:[-_]\w+)*"
)


@words
def makefile(project: Project) -> Iterator[Command]:
    """The recipe lines of targets named for starting something."""
    for path in project.files:
        if _NAME.fullmatch(path):
            yield from _of_file(project, path)


def _of_file(project: Project, path: str) -> Iterator[Command]:
    folder = path.rpartition("/")[0] or "."
    target = ""
    for number, line in enumerate(lines_of(project, path), 1):
        found = _TARGET.match(line)
        if found:
            target = found["name"]
        elif line[:1] in {"\t", " "} and _STARTS.fullmatch(target):
            text = line.strip().lstrip("@-+")
            yield from commands(text, Place(path, number), f"`make {target}`", 24, folder, target)
