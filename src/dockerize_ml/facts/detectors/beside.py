"""What lies in the folder and is no part of the program, so that the build context can leave it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.outside import LeftBeside
from dockerize_ml.manifests.setup_script import SetupScript
from dockerize_ml.project.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_IGNORE = ".dockerignore"
_SCRIPTS = "node_modules"
_TESTS = frozenset({"test", "tests"})
# What stands between the parts of a path: `"tests/a.csv"`, `join("tests", "a.csv")`, `Path("tests") / "a.csv"`.
_BETWEEN = r"""["',\s/()]+"""
# The end of a name that a text is put together to, not of one in a comment or in a description.
_NOTEBOOK = re.compile(r"[}*]\.ipynb[\"']|[\"']\.ipynb[\"']")
_LIMIT = 1_000_000
_ENVIRONMENT = ("a virtual environment", "a conda environment")


def left_beside(survey: Survey) -> LeftBeside:
    """The environments by their names, the program's own sources, and the .dockerignore that is there."""
    project = survey.project
    program = (survey.program.file,) if survey.program else ()
    sources = (*program, *survey.program_files, *_packed(survey), *_served(survey), *_named(survey), *_run(survey))
    return LeftBeside(
        environments=tuple(path for path in project.pruned if project.why_pruned(path).startswith(_ENVIRONMENT)),
        sources=tuple(dict.fromkeys(sources)),
        ignored=_ignored(survey),
    )


def _packed(survey: Survey) -> Iterator[str]:
    """What makes folders the packages that a ``setup.py`` lists: it ends where one is missing, be it one of tests."""
    project = survey.project
    for manifest in survey.manifests:
        tree = project.tree(manifest.path) if manifest.format == "setup-py" else None
        script = SetupScript.read(tree) if tree is not None else None
        folder = manifest.path.rpartition("/")[0]
        for found in script.texts("packages") if script is not None else ():
            path = "/".join(filter(None, (folder, *found.text.split("."), "__init__.py")))
            if project.exists(path):
                yield path


def _served(survey: Survey) -> Iterator[str]:
    """The folders of npm's packages, where the program names them: it hands them to browsers."""
    if any(_SCRIPTS in survey.source.text(path) for path in survey.program_files):
        yield from (path for path in survey.project.pruned if path.rpartition("/")[2] == _SCRIPTS)


def _run(survey: Survey) -> Iterator[str]:
    """The notebooks, where the program puts the names of some together to run or to show them."""
    if any(_NOTEBOOK.search(survey.source.text(path)) for path in survey.program_files):
        yield from (path for path in survey.project.files if path.endswith(".ipynb"))


def _named(survey: Survey) -> Iterator[str]:
    """The data among the tests that the program names: some work on it where nobody gives them any other."""
    texts = [survey.source.text(path) for path in survey.program_files]
    for path in survey.project.files:
        parts = path.split("/")
        start = next((place for place, part in enumerate(parts[:-1]) if part in _TESTS), None)
        if start is not None and not path.endswith(".py"):
            naming = [text for text in texts if parts[-1] in text]
            if naming and any(map(re.compile(_BETWEEN.join(map(re.escape, parts[start:]))).search, naming)):
                yield path


def _ignored(survey: Survey) -> str:
    path = survey.project.root / _IGNORE
    try:
        return read_text(path, shown=_IGNORE, limit=_LIMIT) if path.is_file() else ""
    except ProjectError as trouble:
        survey.project.note(_IGNORE, trouble.reason)
        return ""
