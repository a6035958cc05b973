"""A program that listens on another port than the image offers, or on one where the image offers none."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("other-port")
def other_port(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """The port that it was seen on, or each of several; and what has to be said with it of a job, or of localhost."""
    facts = situation.inspection.facts
    also = (
        *((Change("kind", ("web",), ""),) if facts.kind.value == "job" else ()),
        *((Change("localhost", ("open",), ""),) if diagnosis.words["reach"] else ()),
    )
    for port in (diagnosis.words["port"], *diagnosis.words["more"].replace(",", " ").split()):
        yield Change("port", (port,), diagnosis.meaning, also)
