"""Folders that the project's own files put on ``sys.path``: what lies in them is imported by its bare name."""

import re
from collections.abc import Iterator

from dockerize_ml.errors import ProjectError
from dockerize_ml.project.project import Project

_ADDED = re.compile(r"^.*\bsys\.path\s*(?:\.(?:append|insert|extend)\s*\(|\[[^\]]*\]\s*=|\+?=).*$", re.MULTILINE)
_QUOTED = re.compile(r"[\"'](?P<name>[^\"'\n]+)[\"']")


def added_folders(project: Project) -> tuple[str, ...]:
    """Those that are named on the line that adds them, each once; the root and unknown ones are not among them."""
    found = (folder for path in project.python_files for folder in _of_file(project, path))
    return tuple(dict.fromkeys(found))


def _of_file(project: Project, path: str) -> Iterator[str]:
    for line in _ADDED.findall(_text(project, path)):
        for quoted in _QUOTED.finditer(line):
            name = quoted["name"].replace("\\", "/").strip("./")
            folder = next((each for each in _around(path, name) if each in project.folders), None) if name else None
            if folder is not None:
                yield folder


def _around(path: str, name: str) -> Iterator[str]:
    """Where a relative name may lead: from the file's own folder, and from each above it."""
    folder = path.rpartition("/")[0]
    while folder:
        yield f"{folder}/{name}"
        folder = folder.rpartition("/")[0]
    yield name


def _text(project: Project, path: str) -> str:
    try:
        return project.text(path)
    except ProjectError:
        return ""
