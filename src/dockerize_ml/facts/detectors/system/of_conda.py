"""The Debian packages of programs that an environment of conda's asks for, where pip makes that environment."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.system.need import Need
from dockerize_ml.facts.model import Evidence
from dockerize_ml.manifests.conda_names import debian_package_for
from dockerize_ml.manifests.lock_header import FROM, value_of

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_OUR_LOCK = "lock"


def of_conda(survey: "Survey") -> Iterator[Need]:
    """``ffmpeg`` and its kind; an export lists what its packages drag in as well, which their wheels bring."""
    chosen = survey.manifest
    if chosen is None or chosen.format != _OUR_LOCK:
        return
    sources = value_of(survey.text(chosen.path), FROM).split(", ")
    for manifest in survey.manifests:
        if manifest.format != "conda" or manifest.locks or manifest.path not in sources:
            continue
        for native in manifest.native:
            package = debian_package_for(native.name)
            if package is not None:
                at = native.at
                yield Need(package, Evidence(path=at.path, line=at.line, reason=f"{package}: {at.path} lists it"))
