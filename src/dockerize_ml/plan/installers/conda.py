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
    mounts = (Mount(kind="cache", target=_CACHE),) if job.settings.cache == "mount" else ()
    name = PurePosixPath(job.manifest.path).name
    yield Run(words=("micromamba", "create", "--yes", "--prefix", VENV, "--file", name), mounts=mounts)
    if job.added:
        yield Run(
            words=("micromamba", "install", "--yes", "--prefix", VENV, "--channel", "conda-forge", *job.added),
            mounts=mounts,
        )
