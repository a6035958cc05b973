"""What a set that was found still lacks: modules that nothing brings, and limits that it went beyond."""

from collections.abc import Iterator
from datetime import date

from packaging.requirements import Requirement

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.needed_imports import is_brought, lacked, left_outside
from dockerize_ml.knowledge.imports import distribution_of, is_known
from dockerize_ml.knowledge.pythons import python
from dockerize_ml.manifests.names import distribution
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.model import Locked, Question, Repair

# The first Python whose environments have no setuptools.
_BARE = "3.12"
# The newest that bring `pkg_resources`.
SETUPTOOLS = "setuptools<81"


def lacking(
    project: Project, inspection: Inspection, question: Question, found: tuple[Locked, ...], as_of: date | None
) -> Iterator[Repair]:
    """Repairs to make, each once: those that the user refuses are left out."""
    names = {*(each.name for each in found), *(distribution(apart.text) for apart in question.aparts)}
    yield from missing_modules(project, inspection, question, names)
    yield from _beyond(question, found)
    yield from _setuptools(question, found, as_of)


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
    for each in lacked(project, inspection, names):
        if each.distribution in question.kept or not (each.is_known or outside):
            continue
        reason = f"{each.reason}."
        if not each.is_known:
            reason = (
                f"`{each.module}` is imported and nothing brings it but what {outside} names, outside of this folder."
            )
        yield Repair("added", each.distribution, "", each.distribution, reason, each.at)


def _beyond(question: Question, found: tuple[Locked, ...]) -> Iterator[Repair]:
    versions = {each.name: each.version for each in found}
    for limit in question.limits:
        version = versions.get(limit.name)
        if version is not None and not Requirement(limit.new).specifier.contains(version, prereleases=True):
            yield limit


def _setuptools(question: Question, found: tuple[Locked, ...], as_of: date | None) -> Iterator[Repair]:
    bare = python(_BARE)
    is_there = "setuptools" in question.kept or any(each.name == "setuptools" for each in found)
    if as_of is None or bare is None or as_of >= bare.released or is_there:
        return
    reason = "Until Python 3.12 every environment had it, and packages of that time import `pkg_resources` unasked."
    yield Repair("added", "setuptools", "", SETUPTOOLS, reason)
