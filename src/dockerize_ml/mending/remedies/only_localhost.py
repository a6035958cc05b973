"""A program that only the container itself can reach: what it asks of localhost is given to every interface."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("only-localhost")
def only_localhost(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:  # noqa: ARG001 - a remedy's shape
    """The setting that does it."""
    yield Change("localhost", ("open",), diagnosis.meaning)
