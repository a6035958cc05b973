"""Tasks that a manifest names: ``[tool.poe.tasks]``, ``[tool.pdm.scripts]``, Pipfile's ``[scripts]`` and others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.facts.words.word import Command
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.project.project import Project

_NAME = re.compile(r"(?:[\w-]+/){0,2}(?:pyproject\.toml|Pipfile|pixi\.toml)")
_SECTION = re.compile(r"\[(?P<name>[^\[\]]+)\]")
_TASKS = re.compile(
    r"tool\.(?:poe|taskipy|pixi)\.tasks(?:\..+)?|tool\.(?:pdm|rye|hatch\.envs\.[\w-]+)\.scripts|scripts|tasks"
)
_LINE = re.compile(
    r"\s*[\"']?(?P<name>[\w:.-]+)[\"']?\s*=\s*(?:\{.*?\b(?:cmd|shell)\s*=\s*)?(?P<quote>[\"'])(?P<command>.+?)(?P=quote)"
)
_ENTRYPOINT = re.compile(r"\s*entrypoint\s*=\s*[\"'](?P<target>[\w.]+:\w+)[\"']")
_STARTS = re.compile(
    r"(?:.*[-_:])?(?:run|serve|start|up|app|api|web|dev|server|ui|dashboard|prod|bot|worker|launch|cmd)(?:[-_:].*)?"
)


@words
def tasks(project: Project) -> Iterator[Command]:
    """The command lines of tasks named for starting something."""
    for path in project.files:
        if _NAME.fullmatch(path):
            yield from _of_file(project, path)


def _of_file(project: Project, path: str) -> Iterator[Command]:
    folder = path.rpartition("/")[0] or "."
    section = ""
    for number, line in enumerate(lines_of(project, path), 1):
        opened = _SECTION.match(line)
        if opened:
            section = opened["name"].strip()
        target = _ENTRYPOINT.match(line) if section == "tool.fastapi" else None
        if target:
            yield Command(("uvicorn", target["target"]), folder, Place(path, number), path, 50)
        found = _LINE.match(line) if _TASKS.fullmatch(section) else None
        if found and _STARTS.fullmatch(found["name"]):
            yield from commands(found["command"], Place(path, number), f"the task `{found['name']}`", 26, folder)
