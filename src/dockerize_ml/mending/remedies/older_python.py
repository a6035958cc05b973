"""A set that cannot be installed on the image's Python: the next older one, then older ones."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.pythons import minor_key, pythons
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("older-python")
def older_python(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """Each in turn, until one is old enough."""
    if not situation.python:
        return
    older = [known for known in pythons() if known.slim and known.key < minor_key(situation.python)]
    for known in reversed(older):
        yield Change("python", (known.minor,), diagnosis.meaning)
