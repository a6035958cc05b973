"""The requirements that end up in the image: what the manifest always asks for, in the versions that its lock has."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.manifests.requirement import Manifest, Requirement


def requirements_in_image(survey: "Survey") -> Iterator["Requirement"]:
    """The declared ones first, then those that only the lock names; what a group or an extra guards is left out."""
    if survey.manifest is None:
        return
    locked = {
        requirement.name: requirement
        for lock in locks_of(survey)
        for requirement in lock.requirements
        if requirement.name and not requirement.group
    }
    for requirement in survey.manifest.requirements:
        if requirement.name and not requirement.group:
            exact = locked.pop(requirement.name, None)
            yield replace(requirement, specifier=exact.specifier) if exact and exact.specifier else requirement
    yield from locked.values()


def locks_of(survey: "Survey") -> Iterator["Manifest"]:
    """The lock files that installing from the chosen manifest reads."""
    if survey.manifest is None:
        return
    for manifest in survey.manifests:
        if manifest.path in survey.manifest.includes and manifest.locks and manifest.path != survey.manifest.path:
            yield manifest
