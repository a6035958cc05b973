"""Which dependency file the image is built from, and which tool installs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector
from dockerize_ml.manifests.choose import choose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.manifests.requirement import Manifest


@detector
def manifest(survey: Survey) -> Iterator[Claim]:
    """The chosen manifest and its manager; the others lose for the reason that they lost."""
    chosen = survey.manifest
    if chosen is None:
        looked = (Evidence(path=".", reason="no dependency file was found"),)
        yield Claim("manager", "none", Confidence.LIKELY, looked)
        yield Claim("manifest", None, Confidence.LIKELY, looked)
        return
    yield from _claims(chosen, 1, "")
    folder = survey.program.workdir if survey.program else "."
    for loser in choose(survey.manifests, folder).losers:
        yield from _claims(loser.manifest, 0, loser.reason)


def _claims(found: Manifest, weight: int, loses: str) -> Iterator[Claim]:
    because = (Evidence(path=found.path, reason=f"read as {found.format}"),)
    # An import is no file of its own: what it asks for was put together from the source.
    path = found.path if found.format != "imports" else None
    if path is not None or weight:
        yield Claim("manifest", path, Confidence.CERTAIN, because, weight, loses)
    yield Claim("manager", found.manager, Confidence.CERTAIN, because if weight else (), weight, loses)
