"""What the dependency files themselves ask of Python."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.python.word import Bound, Force
from dockerize_ml.facts.nearby import folders
from dockerize_ml.manifests.lock_header import PYTHON

if TYPE_CHECKING:
    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.manifests.requirement import Manifest
    from dockerize_ml.project.place import Place

# Files that say what the code itself needs, whichever file the image is then built from.
_OF_THE_CODE = frozenset({"pyproject.toml", "setup.py", "setup.cfg", "uv.lock", "pdm.lock", "poetry.lock"})


def words(survey: "Survey") -> Iterator[Bound]:
    """The constraint of the chosen manifest and of those that speak for the same code."""
    for manifest in survey.manifests:
        if manifest.python is not None and _speaks_for(manifest, survey):
            specifier, place = manifest.python
            yield Bound(specifier, _evidence(survey, manifest, place), Force.BINDING)


def _evidence(survey: "Survey", manifest: "Manifest", place: "Place") -> "Evidence":
    """The line; of a lock of ours, the reason that stands in it."""
    quoted = survey.quote(place)
    if not quoted.reason and manifest.python is not None:
        # Where the reader of the file knows no line, what it says is better than nothing.
        return replace(quoted, reason=manifest.python[0])
    if manifest.format != "lock":
        return quoted
    return replace(quoted, reason=quoted.reason.removeprefix(f"# {PYTHON}: ").partition(", ")[2])


def _speaks_for(manifest: "Manifest", survey: "Survey") -> bool:
    if survey.manifest is None or manifest.path == survey.manifest.path:
        return True
    if str(PurePosixPath(manifest.path).parent) not in folders(survey):
        return False
    if PurePosixPath(manifest.path).name in _OF_THE_CODE:
        return True
    # Each file of conda is another environment, with an interpreter of its own.
    return manifest.manager == survey.manifest.manager != "conda"
