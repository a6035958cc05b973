"""A server that ends a worker which takes too long, while it loads a model most often."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy

_LONG = "600"


@remedy("longer-timeout")
def longer_timeout(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:  # noqa: ARG001 - a remedy's shape
    """Ten minutes: what takes longer than that is not waiting, it hangs."""
    yield Change("timeout", (_LONG,), diagnosis.meaning)
