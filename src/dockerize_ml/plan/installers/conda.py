"""Conda environments, made by micromamba in the build stage; the image takes the folder over and needs no conda."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import VENV, Job, installer
from dockerize_ml.plan.model import Copy, Mount, Run, Step

_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_CACHE = "/root/.mamba/pkgs"


@installer("conda")
def conda(job: Job) -> Iterator[Step]:
    """The environment file as it is; Python itself comes from it."""
    yield Copy(
        sources=("/bin/micromamba",),
        target="/bin/",
        origin=build_tool("micromamba").image,
        why=(
            "micromamba makes conda environments; it stays in this stage, with the certificates that slim images lack.",
        ),
    )
    yield Copy(sources=(_CERTIFICATES,), target=_CERTIFICATES, origin=build_tool("micromamba").image)
    yield from copied(job)
    is_mounted = job.settings.cache == "mount"
    mounts = (Mount(kind="cache", target=_CACHE),) if is_mounted else ()
    # Else micromamba keeps its packages below its root prefix, whose place changed from release to release.
    variables = (("CONDA_PKGS_DIRS", _CACHE),) if is_mounted else ()
    name = PurePosixPath(job.manifest.path).name
    words = ("micromamba", "create", "--yes", "--prefix", VENV, "--file", name)
    yield Run(variables=variables, words=words, mounts=mounts)
    if job.added:
        yield Run(
            variables=variables,
            words=("micromamba", "install", "--yes", "--prefix", VENV, "--channel", "conda-forge", *job.added),
            mounts=mounts,
        )
