"""Which files stand beside the program: tests, examples, docs, vendored code and the like."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Aside(NamedTuple):
    """Why a file is not the program at first sight, and how much that counts."""

    reason: str
    points: int


# Folders and file names with a reason that a user can read. A test is never the program; a tool or a demo can be.
_FOLDERS = (
    (Aside("a test", -60), r"tests?|testing|unit_?tests?|integration_?tests?|e2e|spec|fixtures?|test_?data|mocks?"),
    (Aside("documentation", -60), r"docs?|documentation|sphinx"),
    (Aside("a migration", -60), r"migrations|alembic|versions"),
    (Aside("vendored code", -60), r"_?vendor(?:ed)?|third_?party|extern(?:als?)?|external_libs?|submodules|contrib"),
    (Aside("a template", -60), r"templates?|templates[-_].*|cookiecutter.*|\{\{.*"),
    (
        Aside("left behind", -45),
        r"old|legacy|archived?|backup|bak|deprecated|attic|obsolete|unused|trash|te?mp|drafts?",
    ),
    (Aside("an example", -40), r"examples?|samples?|tutorials|cookbook|recipes|sandbox|snippets"),
    (
        Aside("a tool", -30),
        r"scripts?|tools?|utils?|utilities|bin|ci|\.github|hack|devtools|bench(?:marks?)?|misc|infra",
    ),
    (Aside("data", -30), r"data|datasets?|corpus|corpora"),
    (Aside("an experiment", -25), r"experiments?|exploration|research|eda|airflow|dags|etl|evaluation"),
    (Aside("a demo", -20), r"demos?|playground"),
    (Aside("a notebook", -10), r"notebooks?|nbs?|jupyter|colab"),
)
_FILES = (
    (Aside("a test", -60), r"(?:test[_-].*|.*[_-]tests?|tests|conftest|locustfile|.*_spec)\.py"),
    (Aside("packaging", -60), r"(?:setup|noxfile|fabfile|dodo|hubconf|versioneer|_version|__version__|version)\.py"),
    (Aside("a server's settings", -60), r"(?:gunicorn|hypercorn|uvicorn)(?:[._-]?conf(?:ig)?)?\.py"),
    (Aside("documentation", -60), r"conf\.py"),
    (Aside("left behind", -45), r"(?:old|backup|bak|copy|te?mp|deprecated)[_-].*\.py|.* copy.*\.py|.*\(\d\)\.py"),
    (Aside("left behind", -45), r".*[_-](?:old|backup|bak|copy|deprecated|orig)\d?\.py"),
    (Aside("an example", -40), r"(?:example|sample)s?(?:_.*)?\.py|.*_(?:example|sample)s?\.py"),
)
_FOLDER_PATTERNS = tuple((aside, re.compile(pattern)) for aside, pattern in _FOLDERS)
_FILE_PATTERNS = tuple((aside, re.compile(pattern)) for aside, pattern in _FILES)


@cache
def aside(path: str) -> Aside | None:
    """Why a file is not the program at first sight: ``a test``; None for ordinary source."""
    *folders, name = path.lower().split("/")
    found = [reason for folder in folders for reason, pattern in _FOLDER_PATTERNS if pattern.fullmatch(folder)]
    found += [reason for reason, pattern in _FILE_PATTERNS if pattern.fullmatch(name)]
    return min(found, key=lambda reason: reason.points, default=None)


def why_aside(path: str) -> str | None:
    """The reason alone."""
    found = aside(path)
    return found.reason if found else None
