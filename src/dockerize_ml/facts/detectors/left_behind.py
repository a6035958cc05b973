"""What lies beside a package's modules and does not come along when setuptools installs it elsewhere."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_OTHER_BUILDER = re.compile(r"\bbuild-backend\s*=\s*[\"'](?!setuptools)")
_LISTS_DATA = re.compile(r"(?<!include[_-])\bpackage[_-]data\b|\bdata[_-]files\b")
_INCLUDES = re.compile(r"\binclude[_-]package[_-]data\s*=\s*[Tt]rue|^\[project\]", re.MULTILINE)
_NO_DATA = frozenset({"", ".py", ".pyi", ".pyc", ".md", ".rst", ".ipynb", ".in", ".c", ".h", ".cpp", ".pyx"})


def left_behind(survey: Survey, below: str, text: str) -> str:
    """The first such file of the program's packages; empty where there is none.

    Source: https://setuptools.pypa.io/en/latest/userguide/datafiles.html

    Args:
        survey: of the project.
        below: the folder of what builds it, with a slash behind it; empty for the root.
        text: of the files that say how it is built.
    """
    if _OTHER_BUILDER.search(text) or _LISTS_DATA.search(text):
        return ""
    if survey.project.exists(f"{below}MANIFEST.in") and _INCLUDES.search(text):
        return ""
    packages = tuple(f"{folder}/" for folder in sorted(_packages(survey, below)))
    data = (path for path in survey.project.files if path.startswith(packages) and _is_data(path))
    return next(data, "") if packages else ""


def _packages(survey: Survey, below: str) -> Iterator[str]:
    """The outermost packages of the program's files."""
    for path in survey.program_files:
        folders = [str(folder) for folder in reversed(PurePosixPath(path).parents)]
        inside = (folder for folder in folders if folder.startswith(below) and folder != ".")
        found = next((folder for folder in inside if survey.project.exists(f"{folder}/__init__.py")), None)
        if found is not None:
            yield found


def _is_data(path: str) -> bool:
    name = PurePosixPath(path)
    return name.suffix.lower() not in _NO_DATA and not name.name.startswith(".")
