"""A program that listens on another port than the image offers, or on one where the image offers none."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("other-port")
def other_port(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """The port that it was seen on; open to others where it listens for itself, and a server where it was a job."""
    facts = situation.inspection.facts
    also = (
        *((Change("kind", ("web",), ""),) if facts.kind.value == "job" else ()),
        *((Change("localhost", ("open",), ""),) if "127.0.0.1" in diagnosis.words["reach"] else ()),
    )
    yield Change("port", (diagnosis.words["port"],), diagnosis.meaning, also)
