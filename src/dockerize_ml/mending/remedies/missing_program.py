"""A program that is not in the image: one that the code calls, or the container's own command."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.programs import program_owner
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("missing-program")
def missing_program(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:  # noqa: ARG001 - a remedy's shape
    """The Debian package of a program that the code calls."""
    owner = program_owner(_name(diagnosis))
    if owner is not None:
        yield Change("apt-packages", (owner,), diagnosis.meaning)


@remedy("missing-command")
def missing_command(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """The distribution that a server or another console script is named after."""
    name = canonical(_name(diagnosis))
    if name not in situation.installed and situation.history.exists(name):
        yield Change("requirements", (name,), diagnosis.meaning)


def _name(diagnosis: Diagnosis) -> str:
    return diagnosis.words["program"].rpartition("/")[2]
