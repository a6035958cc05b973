"""What a program imports from elsewhere as soon as its modules are loaded."""

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.named_modules import named_modules
from dockerize_ml.facts.started import started
from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.imports import distribution_of, distributions_of, imports_of, is_known, normalised
from dockerize_ml.manifests.address import OUTSIDE
from dockerize_ml.manifests.own_modules import OwnModules
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

if TYPE_CHECKING:
    from dockerize_ml.facts.inspection import Inspection

# What authors put around a module's name where the index has it already: `python-magic`, `pyserial`, `graphql-py`.
_BUILD_FILES = frozenset({"pyproject.toml", "setup.py"})
_AROUND = re.compile(r"(?:python[23]?-|py-?)?(?P<inner>.+?)(?:-?py(?:thon)?[23]?)?")


def needed_imports(project: Project, inspection: "Inspection") -> Mapping[str, Place]:
    """Top-level names of foreign modules that the program cannot start without, each with the first place."""
    return _first_places(_survey(project, inspection))


def _first_places(survey: Survey) -> dict[str, Place]:
    own, blocks = OwnModules(survey.project), started(survey)
    found: dict[str, Place] = {}
    for path in _files(survey):
        # Parsing takes long; most files import what others do.
        if survey.source.external_imports([path]).keys() - found.keys():
            for each in _in_file(survey, path, own, blocks.get(path, ())):
                found.setdefault(each.module.partition(".")[0], each.at)
    return found


class Lacked(NamedTuple):
    """A module that nothing brings, what would, whether a table tells that, and where the program asks for it."""

    module: str
    distribution: str
    is_known: bool
    at: Place

    @property
    def reason(self) -> str:
        """In words."""
        return f"`{self.module}` is imported and nothing brings it"


def lacked(project: Project, inspection: "Inspection", names: Collection[str]) -> Iterator[Lacked]:
    """What the program imports as it starts, or names as text to be imported, and none of these distributions brings.

    Args:
        project: whose files.
        inspection: what was found in it.
        names: normalised names of distributions, extras as ``name[extra]``.
    """
    have, survey = set(names), _survey(project, inspection)
    as_text = tuple(named_modules(survey))
    told = {each.module: each.distribution for each in as_text if each.is_known}
    local = _local_modules(project)
    for module, at in _first_places(survey).items():
        # A stranger's distribution may have the name of a package of the project's own.
        if module in local and module not in told and not is_known(module):
            continue
        # What the framework means by the name, the program means, too.
        brings = told.get(module, distribution_of(module))
        if brings not in have and not is_brought(module, frozenset(have)):
            have.add(brings)
            yield Lacked(module, brings, module in told or is_known(module), at)
    for named in as_text:
        # A word that no table knows may be an app of the project's own, which it finds in its own way.
        is_sure = named.is_known or left_outside(inspection) is not None
        if is_sure and named.distribution not in have and not is_brought(named.module, frozenset(have)):
            have.add(named.distribution)
            yield Lacked(*named)


def _local_modules(project: Project) -> frozenset[str]:
    """What the packages bring that have a folder and a build file of their own inside of the project."""
    folders = {path.rpartition("/")[0] for path in project.files if path.rpartition("/")[2] in _BUILD_FILES} - {""}
    below = tuple(f"{folder}/{source}" for folder in folders for source in ("", "src/"))
    inside = (path.removeprefix(prefix) for path in project.python_files for prefix in below if path.startswith(prefix))
    return frozenset(path.partition("/")[0].removesuffix(".py") for path in inside)


def left_outside(inspection: "Inspection") -> Place | None:
    """Where the manifest asks for what lies outside of the folder (``-e ..``), which may bring whatever is lacking."""
    unusable = inspection.manifest.unusable if inspection.manifest else ()
    return next((line.at for line in unusable if line.reason == OUTSIDE and not line.replacement), None)


def _survey(project: Project, inspection: "Inspection") -> Survey:
    survey = Survey(project, (inspection.manifest,) if inspection.manifest else (), inspection.manifest)
    survey.programs = inspection.programs
    return survey


class Imported(NamedTuple):
    """A foreign module, the name that is taken out of it (empty for the module itself), and the place."""

    module: str
    name: str
    at: Place


def needed_names(project: Project, inspection: "Inspection") -> Iterator[Imported]:
    """Each foreign module and name that is imported as the program starts, as the source spells it."""
    survey, own = _survey(project, inspection), OwnModules(project)
    blocks = started(survey)
    for path in _files(survey):
        yield from _in_file(survey, path, own, blocks.get(path, ()))


def needed_sources(project: Project, inspection: "Inspection") -> Iterator[str]:
    """The texts of the files that run as the program starts."""
    survey = _survey(project, inspection)
    return (survey.source.text(path) for path in _files(survey))


def _files(survey: Survey) -> Iterator[str]:
    """Those that run as the program starts; setup.py runs while the project is installed."""
    return (path for path in survey.needed_files if not path.endswith("setup.py"))


def _in_file(
    survey: Survey, path: str, own: OwnModules, blocks: Iterable[Sequence[ast.stmt]] = ()
) -> Iterator[Imported]:
    foreign = survey.source.external_imports([path])
    tree = survey.project.tree(path) if foreign else None
    for statement in (each for block in (tree.body, *blocks) for each in _statements(block)) if tree else ():
        for module, name in _spelled(statement):
            top = module.partition(".")[0]
            at = survey.project.place(path, statement.lineno)
            if top in foreign and not _is_own(own, top, at):
                yield Imported(module, name, at)


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


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    for statement in body:
        match statement:
            case ast.Import() | ast.ImportFrom():
                yield statement
            case ast.With(body=inner):
                yield from _statements(inner)
