"""Whether everything that the program imports is installed."""

import ast
from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.imports import distribution_of, distributions_of, imports_of, normalised
from dockerize_ml.manifests.own_modules import OwnModules
from dockerize_ml.project.place import Place
from dockerize_ml.validation.installed import Installed, installed
from dockerize_ml.validation.registry import Looked, Subject, project_check

_NAME = "every import has a requirement"


@project_check(_NAME)
def imports(subject: Subject, looked: Looked) -> Iterator[Check]:
    """The imports that run when the program's modules are loaded; what another package may bring is only named."""
    have = installed(subject, looked)
    if not have.known:
        yield Check(_NAME, "skipped", "nothing is installed in a way that can be read: the base image may have it")
        return
    survey = Survey(looked.project, (looked.inspection.manifest,) if looked.inspection.manifest else ())
    survey.programs = looked.inspection.programs
    own = OwnModules(looked.project)
    foreign = {name: at for name, at in survey.external_imports.items() if not _is_own(own, name, at)}
    wanted = {name: at for name, at in foreign.items() if _is_needed(looked, at)}
    missing = {name: at for name, at in wanted.items() if not _is_there(name, have)}
    if not missing:
        yield Check(_NAME, "ok", f"{len(wanted)} packages are imported" if wanted else "only Python's own are imported")
    for name, at in missing.items():
        distribution = distribution_of(name)
        detail = f"{at.path}:{at.line} imports `{name}`"
        if have.whole:
            yield Check(_NAME, "failed", detail, hint=f"Add `{distribution}` to the requirements.")
        else:
            hint = f"Add `{distribution}` to the requirements, unless another package surely brings it."
            yield Check(_NAME, "warning", detail, hint=hint)


def _is_there(module: str, have: Installed) -> bool:
    brings = set(distributions_of(module)) or {normalised(module)}
    if brings & have.names or normalised(module) in have.names:
        return True
    plain = {name.partition("[")[0] for name in have.names}
    # `google.cloud` and its like: the top-level name is shared by many.
    return any(name.startswith(f"{normalised(module)}-") or module in imports_of(name) for name in plain)


def _is_own(own: OwnModules, name: str, at: Place) -> bool:
    """Whether the project has it; a package's ``__init__.py`` may import the package itself."""
    return own.has(name, at.path) or name in at.path.split("/")[:-1]


def _is_needed(looked: Looked, at: Place) -> bool:
    """Whether the import runs when the module is loaded: not inside a function, nor where its absence is caught."""
    tree = looked.project.tree(at.path)
    # setup.py runs while the project is installed, not when its program does.
    if tree is None or at.path.endswith("setup.py"):
        return False
    lines = set(_import_lines(tree.body))
    return any(looked.project.place(at.path, line).line == at.line for line in lines)


def _import_lines(body: list[ast.stmt]) -> Iterator[int]:
    for statement in body:
        match statement:
            case ast.Import() | ast.ImportFrom():
                yield statement.lineno
            case ast.With(body=inner):
                yield from _import_lines(inner)
