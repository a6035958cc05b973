"""The compiler for what a lock of ours has no wheel for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.need import Need
from dockerize_ml.facts.model import Evidence

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey


def compiled(survey: "Survey") -> Iterator[Need]:
    """``g++`` brings ``gcc`` and the C library's headers; Python's own are in the image."""
    manifest = survey.manifest
    if manifest is not None and manifest.from_source is not None and manifest.from_source.is_native:
        names = ", ".join(sorted(manifest.from_source.names))
        yield Need("g++", Evidence(path=manifest.path, reason=f"g++: {names} has no wheel"), is_runtime=False)
