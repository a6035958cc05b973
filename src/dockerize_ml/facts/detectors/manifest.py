"""Which dependency file the image is built from, and which tool installs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey


@detector
def manifest(survey: Survey) -> Iterator[Claim]:
    """The chosen manifest and its manager; the others lose."""
    chosen = survey.manifest
    if chosen is None:
        looked = (Evidence(path=".", reason="no dependency file was found"),)
        yield Claim("manager", "none", Confidence.LIKELY, looked)
        yield Claim("manifest", None, Confidence.LIKELY, looked)
        return
    for found in (chosen, *(other for other in survey.manifests if other != chosen)):
        weight = 1 if found == chosen else 0
        because = (Evidence(path=found.path, reason=f"read as {found.format}"),)
        loses = "" if weight else f"`{chosen.path}` goes before `{found.path}`"
        yield Claim("manifest", found.path, Confidence.CERTAIN, because, weight, loses)
        yield Claim("manager", found.manager, Confidence.CERTAIN, because if weight else (), weight, loses)
