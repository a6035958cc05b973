"""The Debian packages of programs that conda's or pixi's environment asks for, where pip makes that environment."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.need import Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.manifests.conda_names import debian_package_for
from dockerize_ml.manifests.lock_header import FROM, value_of

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_OUR_LOCK = "lock"
_MADE_BY_PIP = frozenset({"conda", "pixi"})


def of_conda(survey: "Survey") -> Iterator[Need]:
    """``ffmpeg`` and its kind; an export lists what its packages drag in as well, which their wheels bring."""
    sources = _sources(survey)
    for manifest in survey.manifests:
        if manifest.format not in _MADE_BY_PIP or manifest.locks or manifest.path not in sources:
            continue
        for native in manifest.native:
            package = debian_package_for(native.name)
            if package is not None:
                at = native.at
                yield Need(package, Evidence(path=at.path, line=at.line, reason=f"{package}: {at.path} lists it"))


def _sources(survey: "Survey") -> list[str]:
    """The files that what is installed comes from, where pip installs it."""
    chosen = survey.manifest
    if chosen is None or chosen.format == "conda":
        return []
    return value_of(survey.text(chosen.path), FROM).split(", ") if chosen.format == _OUR_LOCK else [chosen.path]
