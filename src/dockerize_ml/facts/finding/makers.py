"""Scripts of the project that make files which its program opens and that are not in the folder: a trained model."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.given import given
from dockerize_ml.facts.commandline.wordless import wordless
from dockerize_ml.facts.detectors.files_opened import addresses_read, files_opened, folders_loaded, is_there
from dockerize_ml.facts.detectors.results import path_written
from dockerize_ml.facts.detectors.weights import downloads
from dockerize_ml.facts.finding.placing import in_its_package, place_script
from dockerize_ml.facts.finding.staying import stays
from dockerize_ml.facts.outside import Maker
from dockerize_ml.facts.program import Program
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.paths import IN_PROJECT, Paths
from dockerize_ml.knowledge import results

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.called import Called
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.project.place import Place

# What a program works on is made by a script, which may work on what another made.
_DEEPEST = 2
_NEVER = frozenset(
    {"a test", "documentation", "a migration", "vendored code", "a template", "left behind", "packaging"}
)


def makers(survey: Survey) -> tuple[Maker, ...]:
    """Each in the order in which they have to run; none that lacks something itself, or asks for words."""
    program = survey.program
    if program is None or program.kind == "library":
        return ()
    missing = _missing(survey)
    known = {each.name for each in downloads(survey)} if missing else set()
    return tuple(dict.fromkeys(_making(survey, missing, known, _DEEPEST)))


def _making(survey: Survey, missing: frozenset[str], fetched: set[str], deep: int) -> Iterator[Maker]:
    """What makes any of these, after what makes those that it opens itself."""
    if not missing or not deep:
        return
    for path in _candidates(survey, missing):
        for folder in dict.fromkeys((_workdir(survey), ".", posixpath.dirname(path) or ".")):
            trial = _as_program(survey, path, folder)
            made = {
                name: called.place
                for name, called in _writes(trial)
                if name in missing and _is_run(trial, called, path)
            }
            if not made:
                continue
            lacking = _missing(trial)
            first = tuple(_making(trial, lacking, fetched, deep - 1))
            if lacking <= {name for each in first for name in each.makes} and _runs_alone(trial, fetched):
                missing -= made.keys()
                yield from first
                yield _maker(trial, made)
                break


def _workdir(survey: Survey) -> str:
    return survey.program.workdir if survey.program else "."


def _missing(survey: Survey) -> frozenset[str]:
    """The files of the project that the program opens, that are not there, and that it does not write itself."""
    named = ((each.written, each.path) for each in files_opened(survey))
    opened = {path for each in named if not is_there(survey, path := _meant(survey, *each))}
    opened |= {path for each in folders_loaded(survey) if _is_made(survey, path := _meant(survey, *each))}
    inside = {path for path in opened if not path.startswith(("/", "~", ".."))}
    return frozenset(inside - {path for path, _ in _writes(survey)}) if inside else frozenset()


def _meant(survey: Survey, written: str, path: str) -> str:
    """The path from the project's root, where the program is started in its folder and in no other."""
    if written.startswith(IN_PROJECT) or path.startswith(("/", "~")):
        return path
    return posixpath.normpath(posixpath.join(_workdir(survey), written.replace("\\", "/")))


def _is_made(survey: Survey, path: str) -> bool:
    """Whether a script of the project writes it: ``nlp.to_disk("model")``, where others load a model of that name."""
    scripts = _candidates(survey, frozenset({path}))
    return any(path == made for script in scripts for made, _ in _writes(_as_program(survey, script, _workdir(survey))))


def _candidates(survey: Survey, missing: frozenset[str]) -> Iterator[str]:
    """The files that write something and name one of these, those that are nobody's tool first."""
    names = {posixpath.basename(path) for path in missing}
    found = (
        path
        for path in survey.source.program_files
        if path not in survey.own_files
        and why_aside(path) not in _NEVER
        and results.mention().search(survey.source.text(path))
        and any(posixpath.splitext(name)[0] in survey.source.text(path) for name in names)
    )
    yield from sorted(found, key=lambda path: why_aside(path) is not None)


def _as_program(survey: Survey, path: str, folder: str) -> Survey:
    """The survey of the project, with the script as its program, started in this folder."""
    shown, roots = posixpath.relpath(path, folder), place_script(survey, path).roots
    script = Program(kind="job", framework="script", entrypoint=shown, workdir=folder, file=path, import_roots=roots)
    return survey.about((script,))


def _writes(survey: Survey) -> Iterator[tuple[str, Called]]:
    """The files that the program's own code writes, with the calls."""
    paths = Paths(survey.resolver, survey.folder)
    for called in calls(survey.resolver, survey.own_files, results.mention()):
        path = paths.file(path_written(called), called.scope, _workdir(survey))
        if path:
            yield path, called


def _is_run(survey: Survey, called: Called, path: str) -> bool:
    """Whether starting the script comes to a call."""
    scope = called.scope
    if scope.module.path == path:
        return survey.running.runs_itself(scope.module, scope.functions)
    return path in survey.running.starters(scope.module.path, scope.functions)


def _runs_alone(survey: Survey, fetched: set[str]) -> bool:
    """Whether it ends, and needs no words and nothing from a network that the program itself does not need."""
    if any(stays(survey, path) for path in survey.own_files):
        return False
    asks = wordless(survey) is not None and given(survey) is None
    return not asks and not addresses_read(survey) and {each.name for each in downloads(survey)} <= fetched


def _maker(survey: Survey, made: dict[str, Place]) -> Maker:
    program, told = in_its_package(survey, survey.programs[0]), given(survey)
    started = ("-m", program.called) if program.called else (program.entrypoint,)
    return Maker(
        words=(*started, *(told.words if told else ())),
        workdir=program.workdir,
        import_roots=program.import_roots,
        file=program.file,
        makes=tuple(sorted(made)),
        evidence=survey.quote(next(iter(made.values()))),
    )
