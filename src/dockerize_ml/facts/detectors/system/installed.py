"""The distributions that will be in the image, as far as the project tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.in_image import locks_of, requirements_in_image
from dockerize_ml.facts.model import Evidence
from dockerize_ml.knowledge.imports import distributions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.project.place import Place

_EXACT = re.compile(r"===?\s*(?P<version>\d[\w.!+-]*)")
_BELOW = re.compile(r"(?P<sign><=?)\s*(?P<version>\d+(?:\.\d+)*)")
_COMPATIBLE = re.compile(r"~=\s*(?P<version>\d+(?:\.\d+)+)")


class Installed(NamedTuple):
    """A distribution that will be in the image.

    Attributes:
        version: exact, or the newest that an upper bound lets in; None where nothing bounds it.
        is_own: whether the project itself asks for it or imports it, rather than something that it requires.
        evidence: the place that asks for it.
    """

    name: str
    version: str | None
    extras: tuple[str, ...]
    is_own: bool
    evidence: Evidence


def installed(survey: Survey) -> Iterator[Installed]:
    """What the manifest and its lock name, and what is imported though no manifest names it."""
    seen: set[str] = set()
    for found in (*_required(survey), *_imported(survey)):
        if found.name not in seen:
            seen.add(found.name)
            yield found


def is_imported(survey: Survey, distribution: str) -> bool:
    """Whether the program's files import a module of the distribution."""
    return distribution in _imported_distributions(survey)


def _imported_distributions(survey: Survey) -> frozenset[str]:
    return frozenset(name for module in survey.external_imports for name in distributions_of(module))


def _required(survey: Survey) -> Iterator[Installed]:
    own = _imported_distributions(survey)
    for requirement in requirements_in_image(survey):
        # Conda's own packages bring their libraries along.
        if not requirement.conda:
            is_own = requirement.name in own or requirement.kind != "locked"
            evidence = _told(requirement.at, f"{requirement.name} is required")
            yield Installed(
                requirement.name, newest_allowed(requirement.specifier), requirement.extras, is_own, evidence
            )


def newest_allowed(specifier: str) -> str | None:
    """The version that will be installed as far as the specifier tells."""
    exact = _EXACT.fullmatch(specifier)
    if exact:
        return exact["version"]
    compatible = _COMPATIBLE.search(specifier)
    if compatible:
        return ".".join((*compatible["version"].split(".")[:-1], "99999"))
    below = _BELOW.search(specifier)
    if below is None:
        return None
    return below["version"] if below["sign"] == "<=" else _just_below(below["version"])


def _just_below(version: str) -> str:
    """``0.12`` → ``0.11.99999``; ``2.0`` → ``1.99999``."""
    numbers = [int(number) for number in version.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return ".".join(map(str, (*numbers[:-1], max(numbers[-1] - 1, 0), 99999)))


def _imported(survey: Survey) -> Iterator[Installed]:
    """Distributions of which only an import tells; a lock file, also one of ours, is taken at its word."""
    if any(locks_of(survey)) or (survey.manifest is not None and survey.manifest.format == "lock"):
        return
    known = {requirement.name for requirement in survey.manifest.requirements} if survey.manifest else set()
    for module, place in survey.external_imports.items():
        brought_by = distributions_of(module)
        if brought_by and known.isdisjoint(brought_by):
            evidence = _told(place, f"{module} is imported")
            yield Installed(brought_by[0], None, (), is_own=True, evidence=evidence)


def _told(place: Place, reason: str) -> Evidence:
    return Evidence(path=place.path, line=place.line, reason=reason)
