"""A program is started where the paths by which it opens its files lead to them, as its author starts it."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import files_opened, is_there
from dockerize_ml.facts.finding.placing import hides_others, roots_needed
from dockerize_ml.facts.source.layout import parents

if TYPE_CHECKING:
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

_README = "README"


def among_its_files(survey: Survey, program: Program) -> Program:
    """The surveyed program, started in the root with its own folder on the path, or in its own folder.

    It stays where nothing that it names lies elsewhere, or something that it names lies there. ``../data/a.csv`` is
    written for a folder below the one that holds `data`.
    """
    if program.framework == "django":
        return program
    below = _below(survey, program) if program.workdir == "." else ""
    if below:
        return _in(survey, program, below)
    placed = _in_its_folder(survey, program)
    if placed != program or program.workdir == ".":
        return placed if placed != program else _where_told(survey, program)
    is_file = posixpath.join(program.workdir, program.entrypoint) == program.file and not program.called
    named = _named(survey, f"{program.workdir}/") if is_file or ":" in program.entrypoint else []
    if not named or any(path.startswith(f"{program.workdir}/") for path in named):
        return program
    if is_file:
        return replace(program, workdir=".", entrypoint=program.file)
    return replace(program, workdir=".", import_roots=(program.workdir, *program.import_roots))


def _in_its_folder(survey: Survey, program: Program) -> Program:
    """A program that names what lies in its folder as seen from there, and nothing as seen from where it is started."""
    folder, _, name = program.file.rpartition("/")
    named = _named(survey, f"{folder}/") if folder else []
    if not named or folder == program.workdir or not all(path.startswith(f"{folder}/") for path in named):
        return program
    if program.entrypoint == program.file and not program.called and name != "__main__.py":
        return replace(program, workdir=folder, entrypoint=name)
    if ":" in program.entrypoint and not hides_others(survey, program.file):
        return replace(program, workdir=folder, import_roots=(*program.import_roots, program.workdir))
    return program


def _where_told(survey: Survey, program: Program) -> Program:
    """A script in the folder that the README goes to before running it, unless it names what lies elsewhere."""
    if program.entrypoint != program.file or program.called or any(one.exists for one in files_opened(survey)):
        return program
    told = (one.command for one in survey.spoken.mentioned if one.file == program.file and one.command.says == _README)
    first = next(told, None)
    return _in(survey, program, first.workdir) if first is not None and first.workdir != "." else program


def _below(survey: Survey, program: Program) -> str:
    """The nearest folder around the program's file from which all paths that lead upwards stay in the project.

    Empty where there is none, or where something that it names lies as seen from the root.
    """
    paths = [posixpath.normpath(one.written) for one in files_opened(survey)]
    upwards = [path for path in paths if path.startswith("../")]
    if not upwards or any(is_there(survey, path) for path in paths if path not in upwards and path != "."):
        return ""
    fitting = (folder for folder in parents(program.file) if folder != "." and _leads(survey, folder, upwards))
    return next(fitting, "")


def _leads(survey: Survey, folder: str, paths: list[str]) -> bool:
    """Whether each path leads from the folder to what is there, or into a folder that is."""
    found = [posixpath.normpath(posixpath.join(folder, path)) for path in paths]
    return all(is_there(survey, path) or is_there(survey, posixpath.dirname(path)) for path in found)


def _in(survey: Survey, program: Program, folder: str) -> Program:
    """The program as seen from a folder around its file; as it is where that cannot be said."""
    below = f"{folder}/"
    if program.entrypoint == program.file and not program.called:
        return replace(program, workdir=folder, entrypoint=program.file.removeprefix(below))
    module, _, name = program.entrypoint.partition(":")
    dotted = f"{folder.replace('/', '.')}."
    if not name or not module.startswith(dotted) or "." in roots_needed(survey, program.file):
        return program
    return replace(program, workdir=folder, entrypoint=f"{module.removeprefix(dotted)}:{name}")


def _named(survey: Survey, below: str) -> list[str]:
    """The files that it opens; only a path that stands in the source as it is hangs on where the program is started."""
    return [
        one.path
        for one in files_opened(survey)
        if one.exists and _is_written(one.path.removeprefix(below), one.evidence.reason)
    ]


def _is_written(path: str, line: str) -> bool:
    return any(f"{quote}{start}{path}{quote}" in line for quote in "\"'" for start in ("", "./"))
