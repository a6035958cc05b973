"""Files in the folder of the program, in that of its manifest, and in the folders above them."""

import re
from collections.abc import Iterator, Sequence
from fnmatch import translate
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.errors import ProjectError

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.project.project import Project


class Near(NamedTuple):
    """A file that speaks for the program, and how near it lies: 0 beside it, -1 in the folder above, and so on."""

    path: str
    nearness: int


def nearby(survey: "Survey", patterns: Sequence[str]) -> Iterator[Near]:
    """The files that match any of the patterns (``binder/*.yml``), the nearest first."""
    seen: set[str] = set()
    for nearness, folder in enumerate(folders(survey)):
        for pattern in patterns:
            for path in _matching(survey, folder, pattern):
                if path not in seen:
                    seen.add(path)
                    yield Near(path, -nearness)


def read(survey: "Survey", path: str) -> str:
    """The file's text, or nothing where it cannot be read; the project notes why."""
    try:
        return survey.project.text(path)
    except ProjectError:
        return ""


def folders(survey: "Survey") -> tuple[str, ...]:
    """The program's folder, its manifest's, and those above them, the nearest first."""
    starts = []
    if survey.program is not None:
        starts += [survey.program.workdir, str(PurePosixPath(survey.program.file).parent)]
    if survey.manifest is not None:
        starts.append(str(PurePosixPath(survey.manifest.path).parent))
    above = [str(parent) for start in starts for parent in PurePosixPath(start).parents]
    deepest_first = sorted(above, key=lambda folder: folder.count("/"), reverse=True)
    return tuple(dict.fromkeys([*starts, *(folder for folder in deepest_first if folder != "."), "."]))


def _matching(survey: "Survey", folder: str, pattern: str) -> Iterator[str]:
    if "*" not in pattern:
        path = pattern if folder == "." else f"{folder}/{pattern}"
        if survey.project.exists(path):
            yield path
        return
    below, _, name = pattern.rpartition("/")
    names = _names(survey.project)
    matches = _compiled(name).match
    for inner in _expanded(names, "/".join(part for part in (folder, below) if part not in {"", "."}) or ".", below):
        prefix = "" if inner == "." else f"{inner}/"
        yield from (prefix + found for found in names.get(inner, ()) if matches(found))


def _expanded(names: dict[str, list[str]], folder: str, below: str) -> Iterator[str]:
    """The folder itself, or where its pattern has a star the folders that match it."""
    if "*" not in below:
        yield folder
        return
    matches = _compiled(folder).match
    depth = folder.count("/")
    yield from (known for known in names if known.count("/") == depth and matches(known))


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern))


@lru_cache(maxsize=1)
def _names(project: "Project") -> dict[str, list[str]]:
    """The names of the files in each folder."""
    found: dict[str, list[str]] = {}
    for path in project.files:
        folder, _, name = path.rpartition("/")
        found.setdefault(folder or ".", []).append(name)
    return found
