"""A program is started where the paths by which it opens its files lead to them, as its author starts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import files_opened

if TYPE_CHECKING:
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


def among_its_files(survey: Survey, program: Program) -> Program:
    """The surveyed program, started in the root with its own folder on the path, or a script in its own folder.

    It stays where nothing that it names lies elsewhere, or something that it names lies there.
    """
    if program.framework == "django":
        return program
    if program.workdir == ".":
        return _in_its_folder(survey, program)
    named = _named(survey, f"{program.workdir}/") if ":" in program.entrypoint else []
    if not named or any(path.startswith(f"{program.workdir}/") for path in named):
        return program
    return replace(program, workdir=".", import_roots=(program.workdir, *program.import_roots))


def _in_its_folder(survey: Survey, program: Program) -> Program:
    """A script that names what lies in its folder as seen from there, and nothing as seen from the root."""
    folder, _, name = program.file.rpartition("/")
    if not folder or program.entrypoint != program.file or program.called or name == "__main__.py":
        return program
    named = _named(survey, f"{folder}/")
    if not named or not all(path.startswith(f"{folder}/") for path in named):
        return program
    return replace(program, workdir=folder, entrypoint=name)


def _named(survey: Survey, below: str) -> list[str]:
    """The files that it opens; only a path that stands in the source as it is hangs on where the program is started."""
    return [
        one.path
        for one in files_opened(survey)
        if one.exists and _is_written(one.path.removeprefix(below), one.evidence.reason)
    ]


def _is_written(path: str, line: str) -> bool:
    return any(f"{quote}{start}{path}{quote}" in line for quote in "\"'" for start in ("", "./"))
