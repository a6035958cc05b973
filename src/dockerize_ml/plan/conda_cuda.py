"""What conda has to be told of a graphics card, which no machine that builds images has."""

import re
from typing import NamedTuple

from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.accelerators import gpu_natives, versions_of_cuda
from dockerize_ml.knowledge.gpu import usual_cuda
from dockerize_ml.manifests.conda_spec import conda_name
from dockerize_ml.manifests.requirement import Manifest, Requirement

_VERSION = re.compile(r"[=>]=(?P<version>\d+\.\d+)")


class Override(NamedTuple):
    """The version of CUDA that the driver is taken to have, and why it has to be said."""

    version: str
    why: str


def cuda_override(manifest: Manifest, facts: Facts) -> Override | None:
    """What to tell conda where it shall take builds for CUDA; None where it need not, or a lock names them all."""
    if manifest.format != "conda":
        return None
    asking = conda_cuda(manifest)
    if not asking and facts.accelerator.value != "cuda":
        return None
    versions = (_VERSION.search(each.specifier) for each in asking if conda_name(each) in versions_of_cuda())
    version = next((found["version"] for found in versions if found), usual_cuda())
    told = "conda takes builds for CUDA only where it sees a graphics card, and no build has one: it is told."
    return Override(version, told)


def conda_cuda(manifest: Manifest) -> tuple[Requirement, ...]:
    """The packages of conda that bring CUDA."""
    named = (each for each in manifest.requirements if each.conda and conda_name(each) in gpu_natives())
    return (*(each for each in manifest.native if each.name in gpu_natives()), *named)
