"""The front matter of a Hugging Face Space in README.md: ``sdk``, ``app_file``, ``app_port``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.words.reading import lines_of
from dockerize_ml.facts.words.registry import words
from dockerize_ml.facts.words.word import FileWord, PortWord
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.words.word import Word
    from dockerize_ml.project.project import Project

_ENTRY = re.compile(r"(?P<key>app_file|app_port)\s*:\s*[\"']?(?P<value>[^\"'#]+?)[\"']?\s*(?:#.*)?")


@words
def space(project: Project) -> Iterator[Word]:
    """The file and port that the Space names."""
    for path in ("README.md", "readme.md"):
        if not project.exists(path):
            continue
        lines = lines_of(project, path)
        if lines[0].strip() != "---":
            continue
        for number, line in enumerate(lines[1:60], 2):
            if line.strip() == "---":
                break
            found = _ENTRY.fullmatch(line.strip())
            if found and found["key"] == "app_file":
                yield FileWord(found["value"], Place(path, number), "the Space's README.md", 60)
            elif found and found["value"].isdigit():
                yield PortWord(int(found["value"]), ".", Place(path, number), 45)
