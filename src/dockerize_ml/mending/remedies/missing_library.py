"""A shared library that is missing: the Debian package that has it."""

from collections.abc import Iterator, Mapping

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.libraries import library_owner
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("missing-library")
def missing_library(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:  # noqa: ARG001 - a remedy's shape
    """The one that the log names."""
    owner = library_owner(diagnosis.words["library"], "bookworm")
    if owner is not None:
        yield Change("apt-packages", (owner,), diagnosis.meaning)


def for_libraries(missing: Mapping[str, str]) -> Iterator[Change]:
    """All that were seen to be missing in the image, at once; those that no package is known for stay out."""
    owners = {name: owner for name in sorted(missing) if (owner := library_owner(name, "bookworm"))}
    if owners:
        files = {missing[name]: [one for one in owners if missing[one] == missing[name]] for name in owners}
        asking = "; ".join(f"{file} asks for {', '.join(names)}" for file, names in files.items())
        yield Change("apt-packages", tuple(dict.fromkeys(owners.values())), f"{asking}.")
