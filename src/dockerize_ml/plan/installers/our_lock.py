"""A lock of our own: everything by its hash, then what comes from elsewhere."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.knowledge.torch_users import torch_family
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.requirement import Requirement
from dockerize_ml.manifests.written import written
from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.model import Install, Step


@installer("lock")
def our_lock(job: Job) -> Iterator[Step]:
    """What the lock names and nothing else; it is complete, so nothing has to be worked out."""
    yield from copied(job)
    mounted = job.settings.cache == "mount"
    name = PurePosixPath(job.manifest.path).name
    hashed = [each for each in job.manifest.requirements if each.hashes]
    if hashed:
        yield Install(
            installer=job.settings.installer,
            files=(name,),
            cache_mount=mounted,
            only_these=True,
            require_hashes=True,
            why=(f"Exactly what {name} names, each file held against its hash.",),
        )
    apart = [each for each in job.manifest.requirements if not each.hashes]
    torch = tuple(written(each) for each in apart if each.name in torch_family())
    if torch:
        yield Install(installer=job.settings.installer, packages=torch, cache_mount=mounted)
    local = tuple(each.url for each in apart if _is_local(each))
    if local:
        yield Install(installer=job.settings.installer, packages=local, cache_mount=mounted, only_these=True)
    others = [written(each) for each in apart if each.name not in torch_family() and not _is_local(each)]
    locked = {each.name for each in job.manifest.requirements}
    added = [each for each in job.added if distribution(each) not in locked]
    if others or added:
        yield Install(installer=job.settings.installer, packages=(*others, *added), cache_mount=mounted)


def _is_local(requirement: Requirement) -> bool:
    return bool(requirement.url) and ":" not in requirement.url
