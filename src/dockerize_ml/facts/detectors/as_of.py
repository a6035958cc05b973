"""As of when the program worked: the day that loose requirements are to be resolved for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.detectors.age.dates import moments
from dockerize_ml.facts.detectors.age.moment import Moment, Witness, is_young
from dockerize_ml.facts.detectors.python_version import newest_named
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector
from dockerize_ml.knowledge.pythons import python
from dockerize_ml.project.last_commit import last_commit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.detectors.python.word import Named
    from dockerize_ml.facts.survey import Survey

# Until packages have wheels for a new Python.
_A_WHILE = timedelta(days=180)
_SURE = {Witness.LOCK: Confidence.CERTAIN, Witness.COMMIT: Confidence.CERTAIN, Witness.NOTEBOOK: Confidence.LIKELY}


@detector
def as_of(survey: Survey) -> Iterator[Claim]:
    """The day of the best witness; none where nothing tells, or where that was lately."""
    today = datetime.now(UTC).date()
    known = newest_named(survey)
    found = sorted((_since(known, each, today) for each in _moments(survey, today)), key=lambda each: -each.witness)
    if not found:
        nothing = Evidence(path=".", reason="nothing tells when it was last changed")
        yield Claim("as_of", None, Confidence.GUESS, (nothing,))
        return
    best = found[0]
    if is_young(best.day):
        young = Evidence(path=".", reason=f"last changed {best.day}, lately")
        yield Claim("as_of", None, Confidence.CERTAIN, (young, best.evidence))
        return
    for moment in found:
        sure = _SURE.get(moment.witness, Confidence.GUESS)
        yield Claim("as_of", moment.day.isoformat(), sure, (moment.evidence,), int(moment.witness))


def _since(known: Named | None, moment: Moment, today: date) -> Moment:
    """The moment; what is older than a Python that the project names is of its beginnings, not of its last days."""
    newest = python(f"{known.minors[0][0]}.{known.minors[0][1]}") if known else None
    if known is None or newest is None or moment.witness > Witness.HEADER or moment.day >= newest.released:
        return moment
    told = f"names Python {newest.minor}, which came on {newest.released}"
    evidence = replace(known.evidence, reason=told)
    return Moment(min(newest.released + _A_WHILE, today), moment.witness, evidence)


def _moments(survey: Survey, today: date) -> Iterator[Moment]:
    committed = last_commit(survey.project.root)
    if committed is not None and committed <= today:
        yield Moment(committed, Witness.COMMIT, Evidence(path=".git", reason=f"last commit {committed}"))
    yield from moments(survey, today)
