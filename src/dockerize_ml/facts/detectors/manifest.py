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


@detector
def manifest(survey: Survey) -> Iterator[Claim]:
    """The chosen manifest and its manager; the others lose for the reason that they lost."""
    chosen = survey.manifest
    if chosen is None:
        looked = (Evidence(path=".", reason="no dependency file was found"),)
        yield Claim("manager", "none", Confidence.LIKELY, looked)
        yield Claim("manifest", None, Confidence.LIKELY, looked)
        return
    folder = survey.program.workdir if survey.program else "."
    losers = choose(survey.manifests, folder).losers
    because = (Evidence(path=chosen.path, reason=f"read as {chosen.format}"),)
    yield Claim("manager", chosen.manager, Confidence.CERTAIN, because, 1)
    yield from (Claim("manager", one.manifest.manager, Confidence.CERTAIN, (), 0, one.reason) for one in losers)
    if chosen.format == "imports":
        # What the imports ask for was put together from the source: no file of the project says it.
        empty = (Evidence(path=one.manifest.path, reason=one.reason) for one in losers)
        yield Claim("manifest", None, Confidence.CERTAIN, (*because, *empty))
        return
    yield Claim("manifest", chosen.path, Confidence.CERTAIN, because, 1)
    yield from (Claim("manifest", one.manifest.path, Confidence.CERTAIN, (), 0, one.reason) for one in losers)
