"""The files of a project, read as data and never outside of it."""

import os
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.errors import ProjectError
from dockerize_ml.lint.context import Context
from dockerize_ml.project.reading import read_bytes

_LIMIT = 200_000
_HAS_MODES = os.name == "posix"


class Script(NamedTuple):
    """A script of the project, the COPY that brings it, and its text."""

    path: Path
    copy: Instruction
    text: str

    @property
    def is_executable(self) -> bool:
        """Whether its owner may run it; unknown, and so taken for granted, where files have no modes."""
        return not _HAS_MODES or bool(self.path.stat().st_mode & 0o100)


def content(context: Context, name: str) -> str | None:
    """A file's text as it is, its line endings too; None where there is none that can be read."""
    project = context.project
    if project is None:
        return None
    try:
        path = (project / name).resolve()
        if not path.is_relative_to(project.resolve()) or not path.is_file():
            return None
        return read_bytes(path, shown=name, limit=_LIMIT).decode("utf-8", "replace")
    except (OSError, ProjectError):
        return None


def copied_script(context: Context, target: str) -> Script | None:
    """The project's file that becomes ``target`` in the image, where only one can."""
    project = context.project
    name = PurePosixPath(target).name
    found: list[tuple[str, Instruction]] = []
    for stage in context.ancestry(context.stages[-1]):
        for copy in stage.instructions:
            if copy.keyword in {"COPY", "ADD"} and copy.flag("from") is None and not copy.heredocs:
                found += [(source, copy) for source in _candidates(copy, name, target)]
    texts = [(path, copy, text) for path, copy in found if (text := content(context, path)) is not None]
    if project is None or len({path for path, _, _ in texts}) != 1:
        return None
    path, copy, text = texts[0]
    return Script(project / path, copy, text)


def _candidates(copy: Instruction, name: str, target: str) -> list[str]:
    """The paths below the context that may be the file."""
    sources = [word.value.lstrip("/") for word in copy.words[:-1]]
    ending = copy.words[-1].value if copy.words else ""
    if ending.rstrip("/") == target and len(sources) == 1:
        return sources
    return [
        source if PurePosixPath(source).name == name else str(PurePosixPath(source) / name)
        for source in sources
        if "$" not in source and "*" not in source
    ]
