"""What the wheels of the pinned packages still fit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.python.lock_tags import locked_pythons
from dockerize_ml.facts.detectors.python.word import Bound, Force
from dockerize_ml.facts.in_image import requirements_in_image
from dockerize_ml.facts.model import Evidence
from dockerize_ml.knowledge.wheels import PythonRange, pythons_for

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.manifests.requirement import Requirement


def words(survey: "Survey") -> Iterator[Bound]:
    """For each pinned or bounded requirement the versions of Python that it has wheels for."""
    tagged = locked_pythons(survey)
    for requirement in requirements_in_image(survey):
        if requirement.kind == "imported" or requirement.marker:
            continue
        found = tagged.get(requirement.name) or _range(requirement)
        if found is not None:
            yield from _bounds(found, requirement)


def _bounds(found: PythonRange, requirement: "Requirement") -> Iterator[Bound]:
    span = f"{found.lowest} and newer" if found.highest is None else f"{found.lowest} to {found.highest}"
    reason = f"{requirement.name}{requirement.specifier} fits Python {span}"
    evidence = Evidence(path=requirement.at.path, line=requirement.at.line, reason=reason)
    yield Bound(f">={found.lowest}", evidence, Force.RELEASES)
    if found.highest is not None:
        yield Bound(f"<={found.highest}.9999", evidence, Force.WHEELS)


def _range(requirement: "Requirement") -> PythonRange | None:
    from packaging.specifiers import InvalidSpecifier  # noqa: PLC0415 - only for projects that pin

    try:
        return pythons_for(requirement.name, requirement.specifier)
    except InvalidSpecifier:
        return None
