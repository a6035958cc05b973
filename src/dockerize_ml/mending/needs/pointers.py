"""A model of which the folder holds only a Git LFS pointer."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, need

_POINTER = "is a Git LFS pointer"


@need
def a_pointer(asked: Asked) -> Iterator[Need]:
    """Models whose bytes are elsewhere."""
    for each in asked.situation.inspection.facts.models.evidence:
        if each.reason.startswith(_POINTER):
            yield Need(
                f"needs the model's bytes: {each.path} {_POINTER}", None, "Run `git lfs pull`, then build again."
            )
