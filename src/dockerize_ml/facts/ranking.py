"""Order the programs that were found: which one is the image for, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.with_verb import with_verb
from dockerize_ml.facts.finding.declared import by_their_commands
from dockerize_ml.facts.finding.placing import in_its_package
from dockerize_ml.facts.listening import with_words
from dockerize_ml.facts.naming import named
from dockerize_ml.facts.weighing import file_name, is_about, weigh
from dockerize_ml.knowledge.entry_names import entry_rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


def rank(survey: Survey, programs: Iterable[Program]) -> tuple[Program, ...]:
    """The programs, best first, each with what was weighed; of two with one start the better stays."""
    told = (with_verb(survey, program) for program in by_their_commands(survey, programs))
    weighed = [_as_written(survey, weigh(survey, program)) for program in told]
    weighed.sort(
        key=lambda program: (-program.score, program.file.count("/"), entry_rank(file_name(program)), program.file)
    )
    best: dict[tuple[str, str, str], Program] = {}
    for program in weighed:
        best.setdefault((program.entrypoint, program.workdir, program.kind), program)
    different = _without_twins(tuple(best.values()))
    return named(survey, (with_words(survey, in_its_package(survey, program)) for program in different))


def _without_twins(programs: tuple[Program, ...]) -> Iterator[Program]:
    """The programs, but none that is only a framework's file run by hand, or the same script as another kind."""
    seen: set[str] = set()
    run: set[tuple[str, str, tuple[str, ...]]] = set()
    for program in programs:
        started = (program.entrypoint, program.workdir, program.arguments)
        if program.framework != "script":
            seen.add(program.file)
        elif program.entrypoint.endswith(".py") and (program.file in seen or started in run):
            continue
        run.add(started)
        yield program


def _as_written(survey: Survey, program: Program) -> Program:
    """The program started from the folder, and under the module name, that its author writes."""
    if ":" not in program.entrypoint or program.framework == "django":
        return program
    name = program.entrypoint.partition(":")[2]
    about = [one for one in survey.spoken.mentioned if one.root is not None and is_about(survey, one, program)]
    for mentioned in sorted(about, key=lambda one: -one.command.weight):
        module = program.entrypoint.partition(":")[0]
        written = _imported_as(mentioned.launch.module, program.file)
        if mentioned.file == program.file and mentioned.root is not None and written != module:
            entrypoint = f"{written}:{name}"
            roots = tuple(root for root in program.import_roots if root != mentioned.root)
            return replace(program, entrypoint=entrypoint, workdir=mentioned.root, import_roots=roots)
    return program


def _imported_as(module: str, file: str) -> str:
    """``python -m shop`` runs ``shop/__main__.py``, which a server has to import by its whole name."""
    is_short = file.endswith("/__main__.py") and not module.endswith(".__main__")
    return f"{module}.__main__" if is_short else module
