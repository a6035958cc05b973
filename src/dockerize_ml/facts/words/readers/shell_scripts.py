"""Shell scripts that start the program: ``run.sh``, ``start.sh``, ``entrypoint.sh``, ``run.bat``."""

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

_NAME = re.compile(
    r"(?:[\w-]+/){0,2}(?:docker-?)?(?:run|start|startup|entry-?point|entrypoint|launch|boot|serve|server|app|web|deploy|prestart|setup_and_run)"
    r"(?:[-_.]\w+)*\.(?:sh|bat|cmd|ps1)"
)
_SAYS_NOTHING = ("#", "rem ", "REM ", "echo", "::")


@words
def shell_scripts(project: Project) -> Iterator[Command]:
    """The commands of scripts named for starting something."""
    for path in project.files:
        if not _NAME.fullmatch(path) or project.size(path) > 20_000:
            continue
        own = path.rpartition("/")[0] or "."
        # Scripts in folders of their own are called from the root.
        folder = "." if own.rpartition("/")[2] in {"scripts", "bin", "docker", "script", "deploy", "ops"} else own
        weight = 34 if path.count("/") == 0 else 22
        moved: list[str] = []
        for number, line in enumerate(lines_of(project, path), 1):
            text = line.strip()
            is_kept = re.match(r"(?:cd|export|set)\s", text) and "dirname" not in text
            if text and not text.startswith(_SAYS_NOTHING) and (not is_kept or "&&" in text):
                yield from commands(" && ".join([*moved, text]), Place(path, number), path, weight, folder)
            if is_kept and not text.endswith("&"):
                moved.append(text.split("&&")[0].split("||")[0])
