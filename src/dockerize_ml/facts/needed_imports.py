"""What a program imports from elsewhere as soon as its modules are loaded."""

import ast
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.imports import distributions_of, imports_of, normalised
from dockerize_ml.manifests.own_modules import OwnModules
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

if TYPE_CHECKING:
    from dockerize_ml.facts.inspection import Inspection


def needed_imports(project: Project, inspection: "Inspection") -> Mapping[str, Place]:
    """Top-level names of foreign modules that the program cannot start without, each with the first place."""
    survey = Survey(project, (inspection.manifest,) if inspection.manifest else ())
    survey.programs = inspection.programs
    own = OwnModules(project)
    foreign = {name: at for name, at in survey.external_imports.items() if not _is_own(own, name, at)}
    return {name: at for name, at in foreign.items() if _is_needed(project, at)}


def is_brought(module: str, names: frozenset[str]) -> bool:
    """Whether one of the distributions (normalised names, extras as ``name[extra]``) brings a module."""
    brings = set(distributions_of(module)) or {normalised(module)}
    if brings & names or normalised(module) in names:
        return True
    plain = {name.partition("[")[0] for name in names}
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
    return any(project.place(at.path, line).line == at.line for line in set(_import_lines(tree.body)))


def _import_lines(body: list[ast.stmt]) -> Iterator[int]:
    for statement in body:
        match statement:
            case ast.Import() | ast.ImportFrom():
                yield statement.lineno
            case ast.With(body=inner):
                yield from _import_lines(inner)
