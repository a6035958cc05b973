"""Libraries: packages that others install, with no program of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.source.imports import import_lines
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_DECLARED_IN = ("pyproject.toml", "setup.py", "setup.cfg")
# Nobody installs a package of this name: it only lets the project's own scripts import each other.
_NOBODYS = frozenset({"src", "app", "code", "source", "lib"})
_MODULES = re.compile(r"\bpy[_-]modules\b")
_IS_PACKAGE = {"pyproject.toml": "[build-system]", "setup.py": "setup(", "setup.cfg": "[metadata]"}


@framework("library")
def library(survey: Survey) -> Iterator[Program]:
    """The project itself, where it is built as a package."""
    for name in _DECLARED_IN:
        if not survey.project.exists(name) or _IS_PACKAGE[name] not in survey.text(name):
            continue
        package = _package(survey) or _module(survey, name)
        if package is None:
            continue
        yield Program(
            kind="library",
            framework="library",
            entrypoint="",
            file=package,
            because=(
                evidence(Place(name), "built and installed as a package"),
                evidence(Place(package), "its package"),
            ),
            reasons=tuple(_reasons(survey)),
        )
        return


def _reasons(survey: Survey) -> Iterator[Reason]:
    yield Reason(points=46, text="built and installed as a package")
    shown = next((path for path in survey.project.notebooks if "/" not in path and _is_shown(survey, path)), None)
    if shown is not None:
        yield Reason(points=-40, text=f"{shown} shows what it does")


def _is_shown(survey: Survey, path: str) -> bool:
    """Whether a notebook imports a package of the project's own."""
    notebook = survey.project.notebook(path)
    lines = import_lines(notebook.source) if notebook is not None else ()
    layout = survey.source.layout
    return any(layout.is_package(line.module.partition(".")[0]) for line in lines if line.module)


def _package(survey: Survey) -> str | None:
    for path in survey.source.program_files:
        folder = path.removesuffix("/__init__.py")
        is_near = path.endswith("/__init__.py") and folder.count("/") <= 1 and not why_aside(path)
        if is_near and folder not in _NOBODYS and not _is_inside_nobodys(survey, folder):
            return path
    return None


def _module(survey: Survey, manifest: str) -> str | None:
    """The module that the manifest names, where it names no package."""
    if not _MODULES.search(survey.text(manifest)):
        return None
    beside = (path for path in survey.source.program_files if path.rpartition("/")[0] in {"", "src"})
    return next((path for path in beside if not why_aside(path)), None)


def _is_inside_nobodys(survey: Survey, folder: str) -> bool:
    """Whether it is a part of such a package: ``src/models`` where ``src`` is one itself."""
    above = folder.partition("/")[0]
    return above != folder and above in _NOBODYS and survey.source.layout.is_package(above)
