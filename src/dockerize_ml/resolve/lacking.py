"""What a set that was found still lacks: modules that nothing brings, and limits that it went beyond."""

from collections.abc import Iterator, Mapping

from packaging.requirements import Requirement

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.needed_imports import Imported, Lacked, is_brought, lacked, left_outside, needed_names
from dockerize_ml.knowledge.imports import distribution_of, is_known
from dockerize_ml.knowledge.pythons import minor_key, python
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.model import Ask, Locked, Question, Repair
from dockerize_ml.resolve.state import State
from dockerize_ml.resolve.undeclared import undeclared

# The first Python whose environments have no setuptools.
_BARE = "3.12"
# The newest that bring `pkg_resources`.
SETUPTOOLS = "setuptools<81"


def lacking(
    project: Project, inspection: Inspection, question: Question, found: tuple[Locked, ...], state: State
) -> Iterator[Repair]:
    """Repairs to make, each once: those that the user refuses are left out.

    Args:
        project: whose source.
        inspection: what was found in it.
        question: what is asked for.
        found: the set.
        state: the time and the Python that the set is of.
    """
    versions = {each.name: each.version for each in found}
    aparts = {distribution(apart.text) for apart in question.aparts}
    told = (*question.limits, *_told(project, inspection, question, versions))
    repairs = (
        *missing_modules(project, inspection, question, {*versions, *aparts}),
        *(each for each in told if _is_lacking(each, versions)),
        *once_everywhere(question, found, state),
    )
    # One distribution can have several limits.
    yield from {each.name if each.kind == "added" else each.new: each for each in repairs[::-1]}.values()


def unknown_modules(
    project: Project, inspection: Inspection, question: Question, found: tuple[Locked, ...]
) -> Iterator[tuple[Lacked, tuple[Imported, ...]]]:
    """Modules that nothing of the set brings and no table knows, each with all that is imported from it."""
    if left_outside(inspection):
        return
    names = {*(each.name for each in found), *(distribution(apart.text) for apart in question.aparts)}
    imported = tuple(needed_names(project, inspection))
    for each in lacked(project, inspection, names):
        if not each.is_known and each.distribution not in question.kept:
            own = (one for one in imported if one.module.partition(".")[0] == each.module)
            yield each, tuple(own)


def missing_modules(project: Project, inspection: Inspection, question: Question, names: set[str]) -> Iterator[Repair]:
    """Modules that none of these distributions brings, where a table tells which one does.

    Where the list names a package outside of the folder, it may be the one of the module's own name on the index.
    """
    for module, at in question.modules:
        wanted = distribution_of(module)
        if is_known(module) and wanted not in question.kept and not is_brought(module, frozenset(names)):
            names = {*names, wanted}
            yield Repair("added", wanted, "", wanted, f"The model needs `{module}` and nothing brings it.", at)
    outside = left_outside(inspection)
    lacks = [each for each in lacked(project, inspection, names) if each.distribution not in question.kept]
    missing = [each for each in lacks if each.is_known or outside]
    pins = _pins(project) if missing else {}
    for each in missing:
        reason = f"{each.reason}."
        if not each.is_known:
            reason = (
                f"`{each.module}` is imported and nothing brings it but what {outside} names, outside of this folder."
            )
        yield Repair("added", each.distribution, "", pins.get(each.distribution, each.distribution), reason, each.at)


def _pins(project: Project) -> dict[str, str]:
    """What any list of the project pins, one for developers too, by its name; the first that does counts."""
    listed = [one for manifest in read_manifests(project) for one in manifest.requirements if one.version]
    return {one.name: f"{one.name}=={one.version}" for one in reversed(listed)}


def _told(
    project: Project, inspection: Inspection, question: Question, versions: Mapping[str, str]
) -> Iterator[Repair]:
    """What the tables tell of the versions that were found, whoever asked for them."""
    places = {ask.name: ask.at for ask in question.asks}
    taken = [Ask(name, f"{name}=={version}", places.get(name)) for name, version in versions.items()]
    taken += [Ask(distribution(apart.text), apart.text) for apart in question.aparts]
    yield from (each for each in undeclared(project, inspection, taken) if each.name not in question.kept)


def _is_lacking(repair: Repair, versions: Mapping[str, str]) -> bool:
    """Whether the set is without what is added, or beyond a limit."""
    version = versions.get(repair.name)
    if repair.kind == "added":
        return version is None
    return version is not None and not Requirement(repair.new).specifier.contains(version, prereleases=True)


def once_everywhere(question: Question, found: tuple[Locked, ...], state: State) -> Iterator[Repair]:
    """setuptools, where every environment of that time, or of that Python, had it."""
    bare, as_of = python(_BARE), state.as_of
    is_there = "setuptools" in question.kept or any(each.name == "setuptools" for each in found)
    if (
        as_of is None
        or bare is None
        or is_there
        or (as_of >= bare.released and minor_key(state.pythons[0]) >= bare.key)
    ):
        return
    reason = "Until Python 3.12 every environment had it, and packages of that time import `pkg_resources` unasked."
    yield Repair("added", "setuptools", "", SETUPTOOLS, reason)
