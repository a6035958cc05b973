"""The commands that manifests declare, and the programs that those commands start."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.program import Reason, evidence
from dockerize_ml.facts.source.scope import mentions
from dockerize_ml.knowledge.frameworks import framework as known_framework
from dockerize_ml.knowledge.imports import normalised
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


# At the margin: in a `try` or a function it may fail.
_OWN_VERSION = re.compile(
    r"^(?:\w+\s*=\s*)?(?:(?:importlib[._])?metadata\.)?(?:pkg_resources\.)?(?:version|distribution|get_distribution|require)"
    r"\(\s*[\"']?(?P<name>[\w.-]+)[\"']?\s*\)",
    re.MULTILINE,
)
_ITSELF = frozenset({"__name__", "__package__"})


class Declared(NamedTuple):
    """A console script: its name, the folder of its manifest, that manifest, its target and the target's file."""

    name: str
    folder: str
    manifest: str
    target: str
    file: str

    @property
    def function(self) -> str:
        """The name of what it calls."""
        return self.target.partition(":")[2].partition("[")[0].strip()


def declared(survey: Survey) -> Iterator[Declared]:
    """Each console script of each manifest; the file is the manifest where the target's cannot be found."""
    for manifest in survey.manifests:
        folder = manifest.path.rpartition("/")[0] or "."
        for name, target in manifest.scripts.items():
            module = target.partition(":")[0].strip()
            located = survey.source.layout.locate(f"{folder}/x.py".removeprefix("./"), 0, module)
            file = located.path if located and located.path.endswith(".py") else manifest.path
            yield Declared(name, folder, manifest.path, target, file)


def by_their_commands(survey: Survey, programs: Iterable[Program]) -> Iterator[Program]:
    """The programs; one that a declared command starts takes that command's place, and its name where it needs it."""
    found = tuple(programs)
    commands = tuple(declared(survey))
    chosen = {
        id(program): _command_of(survey, program, commands) for program in found if _is_run_by_hand(survey, program)
    }
    taken = {command.name for command in chosen.values() if command is not None}
    for program in found:
        command = chosen.get(id(program))
        if command is not None:
            yield _declared(survey, program, command)
        elif program.entrypoint not in taken:
            served = _serving(survey, program, commands)
            yield replace(program, reasons=(*program.reasons, *served))


def _command_of(survey: Survey, program: Program, commands: tuple[Declared, ...]) -> Declared | None:
    """The command that is declared for the program's file; or that leads there, where nothing else starts it."""
    own = next((command for command in commands if command.file == program.file), None)
    if own is not None or _runs_as_file(survey, program.file):
        return own
    return next((command for command in commands if program.file in survey.source.reachable(command.file)), None)


def _serving(survey: Survey, program: Program, commands: tuple[Declared, ...]) -> Iterator[Reason]:
    """That a declared command serves just this application, of all that the project has."""
    is_started = any(start.at.path == program.file for start in survey.starts)
    if ":" in program.entrypoint and is_started:
        own = (command for command in commands if command.file == program.file)
        yield from (Reason(points=8, text=f"served by `{command.name}` of {command.manifest}") for command in own)


def _is_run_by_hand(survey: Survey, program: Program) -> bool:
    """Whether running its file starts it, rather than a server or its framework's own command."""
    known = known_framework(program.framework)
    if known is None or not program.entrypoint.endswith(".py"):
        return False
    if (program.framework, program.kind) == ("script", "job"):
        return _needs_its_package(survey, program.file)
    return known.interface in {"wsgi", "asgi"} or known.command[0] == "python"


def _declared(survey: Survey, program: Program, command: Declared) -> Program:
    because = evidence(Place(command.manifest), f"{command.name} = {command.target}")
    declares = Reason(points=26, text=f"declared in {command.manifest} as `{command.name}`")
    told = replace(program, because=(*program.because, because), reasons=(*program.reasons, declares))
    is_page = program.kind == "web"
    runs_alike = _runs_as_file(survey, program.file) and not (is_page and _starts_otherwise(survey, program, command))
    if runs_alike or (is_page and _runs_as_module(survey, program.file, command)):
        return told
    # What is typed behind the command is taken apart in its own file.
    file = command.file if command.file.endswith(".py") else program.file
    line = program.line if file == program.file else None
    return replace(told, entrypoint=command.name, workdir=command.folder, import_roots=(), file=file, line=line)


def _runs_as_file(survey: Survey, path: str) -> bool:
    """Whether ``python path`` does what the command does: nothing is imported from beside it, and it starts itself."""
    module = survey.source.module(path)
    if path.endswith("/__init__.py") or module is None or any(line.level for line in survey.source.lines(path)):
        return False
    if _needs_its_package(survey, path):
        return False
    return path.endswith("__main__.py") or module.main_block is not None


def _runs_as_module(survey: Survey, path: str, command: Declared) -> bool:
    """Whether ``python -m`` of its module does what the command does; then nothing has to be installed for that."""
    module = survey.source.module(path)
    if module is None or module.main_block is None or command.file != path or path.endswith("/__init__.py"):
        return False
    return mentions(module.main_block, command.function) and not _needs_its_package(survey, path)


def _starts_otherwise(survey: Survey, program: Program, command: Declared) -> bool:
    """Whether the command starts the program by a function that the file's own block does without."""
    module = survey.source.module(program.file)
    if module is None or module.main_block is None or command.file != program.file:
        return False
    started = (start.functions[0].name for start in survey.starts if start.at.path == program.file and start.functions)
    return command.function in started and not mentions(module.main_block, command.function)


def _needs_its_package(survey: Survey, path: str) -> bool:
    """Whether it asks, as it is imported, for the version of its own installed package, which is none in a folder."""
    own = {normalised(path.split("/", maxsplit=1)[0]), *(normalised(command.name) for command in declared(survey))}
    return any(
        found["name"] in _ITSELF or normalised(found["name"]) in own
        for file in survey.source.reachable(path)
        for found in _OWN_VERSION.finditer(survey.source.text(file))
    )
