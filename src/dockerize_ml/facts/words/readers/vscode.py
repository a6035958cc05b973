"""VS Code's launch settings: the program or module that is debugged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import text_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.word import Command
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.project.project import Project

_CONFIGURATION = re.compile(r"\{[^{}]*\"(?:program|module)\"[^{}]*\}", re.DOTALL)
_ENTRY = re.compile(r"\"(?P<key>program|module)\"\s*:\s*\"(?P<value>[^\"]+)\"")
_ARGUMENTS = re.compile(r"\"args\"\s*:\s*\[(?P<list>[^\]]*)\]")
_FOLDER = re.compile(r"\$\{(?:workspaceFolder|workspaceRoot|fileDirname)\}/?")


@words
def vscode(project: Project) -> Iterator[Command]:
    """Each configuration that names a program or module; ``${file}`` names none."""
    path = ".vscode/launch.json"
    if not project.exists(path):
        return
    text = text_of(project, path)
    for block in _CONFIGURATION.finditer(text):
        entry = _ENTRY.search(block[0])
        value = _FOLDER.sub("", entry["value"]) if entry else ""
        if not entry or not value or "$" in value:
            continue
        listed = _ARGUMENTS.search(block[0])
        arguments = re.findall(r"\"([^\"]*)\"", listed["list"]) if listed else []
        program = ["-m", value] if entry["key"] == "module" else [value]
        line = text.count("\n", 0, block.start() + entry.start()) + 1
        yield Command(("python", *program, *arguments), ".", Place(path, line), "VS Code's launch settings", 15)
