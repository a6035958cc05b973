"""What a program imports from elsewhere as soon as its modules are loaded."""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.imports import distributions_of, imports_of, normalised
from dockerize_ml.manifests.own_modules import OwnModules
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

if TYPE_CHECKING:
    from dockerize_ml.facts.inspection import Inspection

# What authors put around a module's name where the index has it already: `python-magic`, `pyserial`, `graphql-py`.
_AROUND = re.compile(r"(?:python[23]?-|py-?)?(?P<inner>.+?)(?:-?py(?:thon)?[23]?)?")


def needed_imports(project: Project, inspection: "Inspection") -> Mapping[str, Place]:
    """Top-level names of foreign modules that the program cannot start without, each with the first place."""
    survey = Survey(project, (inspection.manifest,) if inspection.manifest else ())
    survey.programs = inspection.programs
    own = OwnModules(project)
    foreign = {name: at for name, at in survey.external_imports.items() if not _is_own(own, name, at)}
    return {name: at for name, at in foreign.items() if _is_needed(project, at)}


class Imported(NamedTuple):
    """A foreign module, the name that is taken out of it (empty for the module itself), and the place."""

    module: str
    name: str
    at: Place


def needed_names(project: Project, inspection: "Inspection") -> Iterator[Imported]:
    """Each module and name of ``needed_imports`` as the source spells it."""
    foreign = needed_imports(project, inspection)
    survey = Survey(project, (), inspection.manifest)
    survey.programs = inspection.programs
    for path in survey.program_files:
        tree = project.tree(path)
        for statement in _statements(tree.body) if tree else ():
            for module, name in _spelled(statement):
                if module.partition(".")[0] in foreign:
                    yield Imported(module, name, project.place(path, statement.lineno))


def _spelled(statement: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    match statement:
        case ast.Import(names=names):
            yield from ((alias.name, "") for alias in names)
        case ast.ImportFrom(module=str(module), level=0, names=names):
            yield from ((module, "" if alias.name == "*" else alias.name) for alias in names)


def is_brought(module: str, names: frozenset[str]) -> bool:
    """Whether one of the distributions (normalised names, extras as ``name[extra]``) brings a module."""
    brings = set(distributions_of(module)) or {normalised(module)}
    if brings & names or normalised(module) in names:
        return True
    plain = {name.partition("[")[0] for name in names}
    if normalised(module) in {found["inner"] for name in plain if (found := _AROUND.fullmatch(name))}:
        return True
    # `google.cloud` and its like: the top-level name is shared by many.
    return any(name.startswith(f"{normalised(module)}-") or module in imports_of(name) for name in plain)


def _is_own(own: OwnModules, name: str, at: Place) -> bool:
    """Whether the project has it; a package's ``__init__.py`` may import the package itself."""
    return own.has(name, at.path) or name in at.path.split("/")[:-1]


def _is_needed(project: Project, at: Place) -> bool:
    """Whether the import runs when the module is loaded: not inside a function, nor where its absence is caught."""
    tree = project.tree(at.path)
    # setup.py runs while the project is installed, not when its program does.
    if tree is None or at.path.endswith("setup.py"):
        return False
    return any(project.place(at.path, each.lineno).line == at.line for each in _statements(tree.body))


def _statements(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    for statement in body:
        match statement:
            case ast.Import() | ast.ImportFrom():
                yield statement
            case ast.With(body=inner):
                yield from _statements(inner)
