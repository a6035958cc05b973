"""As of when the program worked: the day that loose requirements are to be resolved for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.detectors.age.dates import moments
from dockerize_ml.facts.detectors.age.moment import Moment, Witness, is_young
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector
from dockerize_ml.project.last_commit import last_commit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_SURE = {Witness.LOCK: Confidence.CERTAIN, Witness.COMMIT: Confidence.CERTAIN, Witness.NOTEBOOK: Confidence.LIKELY}


@detector
def as_of(survey: Survey) -> Iterator[Claim]:
    """The day of the best witness; none where nothing tells, or where that was lately."""
    today = datetime.now(UTC).date()
    found = sorted(_moments(survey, today), key=lambda moment: -moment.witness)
    if not found:
        nothing = Evidence(path=".", reason="nothing tells when it was last changed: the versions of today")
        yield Claim("as_of", None, Confidence.GUESS, (nothing,))
        return
    best = found[0]
    if is_young(best.day):
        young = Evidence(path=".", reason=f"last changed {best.day}, lately: the versions of today")
        yield Claim("as_of", None, Confidence.CERTAIN, (young, best.evidence))
        return
    for moment in found:
        sure = _SURE.get(moment.witness, Confidence.GUESS)
        yield Claim("as_of", moment.day.isoformat(), sure, (moment.evidence,), int(moment.witness))


def _moments(survey: Survey, today: date) -> Iterator[Moment]:
    committed = last_commit(survey.project.root)
    if committed is not None and committed <= today:
        yield Moment(committed, Witness.COMMIT, Evidence(path=".git", reason=f"last commit {committed}"))
    yield from moments(survey, today)
