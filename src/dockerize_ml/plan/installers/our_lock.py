"""A lock of our own: everything by its hash, then what comes from elsewhere or has to be compiled."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.knowledge.gpu import build_of
from dockerize_ml.knowledge.torch_users import torch_family
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.requirement import Requirement
from dockerize_ml.manifests.written import written
from dockerize_ml.plan.installers.copying import copied
from dockerize_ml.plan.installers.registry import Job, installer
from dockerize_ml.plan.model import Install, Step
from dockerize_ml.plan.reasons import BUILT_BESIDE, WITH_ALL


@installer("lock")
def our_lock(job: Job) -> Iterator[Step]:
    """What the lock names and nothing else; it is complete, so nothing has to be worked out."""
    yield from copied(job)
    name = PurePosixPath(job.manifest.path).name
    if any(each.hashes for each in job.manifest.requirements):
        yield Install(
            installer=job.settings.installer,
            files=(name,),
            cache_mount=_is_mounted(job),
            only_these=True,
            require_hashes=True,
            best_of_indexes=any(option == "--extra-index-url" for option, _ in job.manifest.options),
            why=(f"Exactly what {name} names, each file held against its hash.", *_without_cuda(job)),
        )
    apart = [each for each in job.manifest.requirements if not each.hashes]
    yield from _compiled(job, apart)
    yield from _others(job, [each for each in apart if not _is_from_source(job, each)])


def _without_cuda(job: Job) -> Iterator[str]:
    """Which builds for processors are among them; with a GPU nobody exchanged anything."""
    for each in job.manifest.requirements:
        build = build_of(each.name) if job.facts.accelerator.value == "cpu" else None
        if build is not None:
            yield (
                f"{each.name} ({each.at}) is {build.distribution} without CUDA, "
                f"about {build.saved_megabytes} MB less to download."
            )


def _compiled(job: Job, apart: list[Requirement]) -> Iterator[Install]:
    source = job.manifest.from_source
    if source is None:
        return
    # pip cannot be told to build with the tools of another day.
    common = Install(installer="uv", cache_mount=_is_mounted(job), only_these=True, exclude_newer=source.tools_of)
    told = "Without a wheel: made from source, with the build tools of a day when both it and Python were there."
    isolated = tuple(written(each) for each in apart if each.name in source.names - source.in_place - source.whole)
    if isolated:
        yield common.model_copy(update={"packages": isolated, "why": (told,)})
    whole = tuple(written(each) for each in apart if each.name in source.whole)
    if whole:
        yield common.model_copy(update={"packages": whole, "only_these": False, "why": (told, WITH_ALL)})
    in_place = tuple(written(each) for each in apart if each.name in source.in_place)
    if in_place:
        yield common.model_copy(
            update={"packages": (*build_tool("setuptools").requirements, "wheel"), "why": (told, BUILT_BESIDE)}
        )
        # One by one: the lock has them in the order in which they need each other.
        yield from (common.model_copy(update={"packages": (each,), "in_place": True}) for each in in_place)


def _others(job: Job, apart: list[Requirement]) -> Iterator[Install]:
    torch = tuple(written(each) for each in apart if each.name in torch_family())
    local = tuple(each.url for each in apart if _is_local(each))
    addresses = [written(each) for each in apart if each.name not in torch_family() and not _is_local(each)]
    locked = {each.name for each in job.manifest.requirements}
    added = [each for each in job.added if distribution(each) not in locked]
    if torch:
        yield Install(installer=job.settings.installer, packages=torch, cache_mount=_is_mounted(job))
    if local:
        yield Install(
            installer=job.settings.installer,
            packages=local,
            variables=job.version,
            cache_mount=_is_mounted(job),
            only_these=True,
        )
    if addresses or added:
        yield Install(installer=job.settings.installer, packages=(*addresses, *added), cache_mount=_is_mounted(job))


def _is_from_source(job: Job, requirement: Requirement) -> bool:
    return job.manifest.from_source is not None and requirement.name in job.manifest.from_source.names


def _is_local(requirement: Requirement) -> bool:
    return bool(requirement.url) and ":" not in requirement.url


def _is_mounted(job: Job) -> bool:
    return job.settings.cache == "mount"
