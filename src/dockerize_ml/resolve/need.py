"""Whether a project needs a lock of ours, and why."""

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.needed_imports import lacked
from dockerize_ml.knowledge.comes_with import with_what_they_bring
from dockerize_ml.manifests.in_step import useless
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.of_conda import why_only_conda
from dockerize_ml.resolve.places import places_of

_LOCKS = re.compile(r"(?:uv|poetry|pdm|Pipfile)\.lock|pylock(?:\.\w+)?\.toml")


class Need(NamedTuple):
    """Whether a lock is needed, whether there may be one at all, and why.

    ``own`` is a lock that is there already; where one is needed all the same, nothing can be installed by that.
    """

    is_needed: bool
    is_possible: bool
    why: str
    own: str = ""


def need_of(project: Project, inspection: Inspection) -> Need:
    """What speaks for a lock, or against it."""
    manifest = inspection.manifest
    if manifest is None:
        return Need(is_needed=False, is_possible=False, why="nothing is required")
    own = _own_lock(manifest)
    useless_because = useless(project, manifest, own) if own else ""
    against = _against(project, manifest, inspection)
    if own and (against or not useless_because):
        is_lock = _LOCKS.fullmatch(PurePosixPath(own).name)
        why = "is the project's own lock" if is_lock else "has exact versions and hashes"
        return Need(is_needed=False, is_possible=False, why=f"{own} {why}", own=own)
    if against:
        return Need(is_needed=False, is_possible=False, why=against)
    if useless_because:
        return Need(is_needed=True, is_possible=True, why=useless_because, own=own)
    why = _why(project, inspection, manifest)
    if why:
        return Need(is_needed=True, is_possible=True, why=why)
    return Need(is_needed=False, is_possible=True, why=f"{manifest.path} is complete, fresh and pinned")


def _own_lock(manifest: Manifest) -> str:
    """The file that has exact versions of everything already; empty where there is none."""
    paths = (manifest.path, *manifest.includes)
    lock = next((path for path in paths if _LOCKS.fullmatch(PurePosixPath(path).name)), "")
    always = [one for one in manifest.requirements if not one.group]
    return lock or (manifest.path if always and all(one.hashes for one in always) else "")


def _against(project: Project, manifest: Manifest, inspection: Inspection) -> str:
    """What makes a lock of ours impossible."""
    if inspection.facts.manager.value == "conda" and (why := why_only_conda(manifest, inspection)):
        return why
    if (inspection.facts.python.value or "").startswith("2."):
        return "it is written for Python 2"
    places = places_of(project, manifest)
    return places if isinstance(places, str) else ""


def _why(project: Project, inspection: Inspection, manifest: Manifest) -> str:
    """What is wrong with the requirements as they are; empty where nothing is."""
    always = [one for one in manifest.requirements if not one.group]
    if manifest.format == "imports":
        return "nothing lists the requirements but the imports"
    if manifest.unusable:
        return f"{manifest.unusable[0].at} cannot be installed"
    loose = [one for one in always if not one.specifier.startswith("==") and not one.url]
    if loose:
        return f"{len(loose)} of {len(always)} requirements are not pinned ({loose[0].at})"
    names = with_what_they_bring(
        name for one in always for name in (one.name, *(f"{one.name}[{extra}]" for extra in one.extras))
    )
    missing = next(lacked(project, inspection, names), None)
    if missing is not None:
        return missing.reason
    return _why_anyway(inspection, manifest)


def _why_anyway(inspection: Inspection, manifest: Manifest) -> str:
    """What speaks for a lock though all is pinned."""
    if manifest.manager == "conda":
        return f"no conda is needed for what {manifest.path} asks for"
    if inspection.facts.as_of.value is not None:
        return f"it was last changed {inspection.facts.as_of.value}, and what its pins ask for is not pinned"
    return ""
