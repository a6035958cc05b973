"""A C header that is missing while a package is compiled: the Debian package that has it, and a compiler."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.headers import header_owner
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("missing-header")
def missing_header(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:  # noqa: ARG001 - a remedy's shape
    """The header by its name, as it is included."""
    owner = header_owner(diagnosis.words["header"])
    if owner is not None:
        yield Change("build-packages", ("build-essential", owner), diagnosis.meaning)
