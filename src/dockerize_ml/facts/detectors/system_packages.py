"""The Debian packages that the program needs for running, and those that only building needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.detectors.system.called import of_programs
from dockerize_ml.facts.detectors.system.compiled import compiled
from dockerize_ml.facts.detectors.system.extensions import own_extensions
from dockerize_ml.facts.detectors.system.listed import installed_by_hand, listed
from dockerize_ml.facts.detectors.system.locales import locales
from dockerize_ml.facts.detectors.system.of_conda import of_conda
from dockerize_ml.facts.detectors.system.required import required
from dockerize_ml.facts.model import Confidence, Evidence, SystemPackages
from dockerize_ml.facts.registry import detector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.detectors.system.need import Need
    from dockerize_ml.facts.survey import Survey


@detector
def system_packages(survey: Survey) -> Iterator[Claim]:
    """All needs as one claim; its evidence says for every package what needs it."""
    needs = tuple(_needs(survey))
    value = SystemPackages(build=_names(needs, is_runtime=False), runtime=_names(needs, is_runtime=True))
    evidence = tuple(dict.fromkeys(need.evidence for need in needs))
    if not evidence:
        evidence = (Evidence(path=".", reason="nothing that the program requires or calls needs a Debian package"),)
    yield Claim("system_packages", value, Confidence.LIKELY, evidence)


def _needs(survey: Survey) -> Iterator[Need]:
    yield from required(survey)
    yield from compiled(survey)
    yield from own_extensions(survey)
    yield from of_programs(survey)
    yield from locales(survey)
    yield from of_conda(survey)
    yield from listed(survey)
    yield from installed_by_hand(survey)


def _names(needs: tuple[Need, ...], *, is_runtime: bool) -> tuple[str, ...]:
    return tuple(sorted({need.package for need in needs if need.is_runtime is is_runtime}))
