"""Read files for their words: what cannot be read says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError

if TYPE_CHECKING:
    from dockerize_ml.project.project import Project

# Longer files are logs or data, whatever their name.
_LARGEST = 1_000_000


def text_of(project: Project, path: str) -> str:
    """The file's text, empty where it cannot be read or is too large to be written by hand."""
    if project.size(path) > _LARGEST:
        return ""
    try:
        return project.text(path)
    except ProjectError:
        return ""


def lines_of(project: Project, path: str) -> tuple[str, ...]:
    """The lines of ``text_of``."""
    return tuple(text_of(project, path).split("\n"))
