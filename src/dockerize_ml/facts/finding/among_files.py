"""A program that opens its files by paths from the project's root is started there, as its author starts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import files_opened

if TYPE_CHECKING:
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


def among_its_files(survey: Survey, program: Program) -> Program:
    """The surveyed program, started in the root with its own folder on the path.

    It stays in its folder where nothing that it names lies elsewhere, or something that it names lies there.
    """
    if program.workdir == "." or ":" not in program.entrypoint or program.framework == "django":
        return program
    below = f"{program.workdir}/"
    # Only a path that stands in the source as it is hangs on the folder that the program is started in.
    named = [
        one.path
        for one in files_opened(survey)
        if one.exists and _is_written(one.path.removeprefix(below), one.evidence.reason)
    ]
    if not named or any(path.startswith(below) for path in named):
        return program
    return replace(program, workdir=".", import_roots=(program.workdir, *program.import_roots))


def _is_written(path: str, line: str) -> bool:
    return any(f"{quote}{start}{path}{quote}" in line for quote in "\"'" for start in ("", "./"))
