"""Builds for processors in the place of what a lock has for GPUs, in the very same versions."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from dockerize_ml.config import Settings
from dockerize_ml.knowledge.gpu import CpuBuild, cpu_build
from dockerize_ml.knowledge.torch_users import gpu_compilers, gpu_libraries, torch_family
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.plan.installers.registry import Job
from dockerize_ml.plan.model import Install, Run, Step
from dockerize_ml.plan.pinned_builds import by_machine, without_cuda

_LOCKS = frozenset({"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"})


class Exchange(NamedTuple):
    """What is left out of the lock, and the step that installs it in another build."""

    left_out: tuple[str, ...]
    install: Install


def exchanges(job: Job) -> Iterator[Exchange]:
    """All that there are; none where a GPU is asked for."""
    if job.facts.accelerator.value != "cpu":
        return
    names = exchanged(job.manifest, job.locked, job.settings)
    own = [each for each in job.locked if each.name in names]
    family = [each for each in own if each.name in torch_family()]
    if family:
        yield Exchange((*(each.name for each in family), *_parts(job)), _torch(job, family))
    for each in own:
        build = cpu_build(each.name)
        if build is not None and build.replacement:
            yield Exchange((each.name,), _twice(job, each, build))


def _parts(job: Job) -> list[str]:
    """What only PyTorch's builds for GPUs ask for, of all that the lock has."""
    names = {each.name for each in job.locked}
    asked = {each.name for each in job.manifest.requirements}
    needless = {name for name, users in gpu_compilers().items() if name not in asked and users.isdisjoint(names)}
    return sorted(name for name in names if name in needless or gpu_libraries().fullmatch(name))


def installed_again(job: Job) -> Iterator[Step]:
    """The same behind a tool that installs all that its lock has; none where uv is not to be used."""
    apart = tuple(exchanges(job)) if job.settings.installer == "uv" else ()
    if apart:
        yield Run(
            words=("uv", "pip", "uninstall", *(name for each in apart for name in each.left_out)),
            why=("What of the lock is for GPUs goes again, in this stage: its tool leaves no single package out.",),
        )
        yield from (each.install for each in apart)


def exchanged(manifest: Manifest, locked: tuple[Requirement, ...], settings: Settings) -> tuple[str, ...]:
    """The names of what can be exchanged, each in the one version that the lock has of it."""
    if _LOCKS.isdisjoint(PurePosixPath(file).name for file in manifest.includes):
        return ()
    family = () if settings.torch_index == "general" else _family(locked)
    return (*family, *(each.name for each in locked if _is_twice(each, locked)))


def _family(locked: tuple[Requirement, ...]) -> tuple[str, ...]:
    """PyTorch's, where the lock brings CUDA with it; all or none of it comes from its own index."""
    own = [each for each in locked if each.name in torch_family()]
    names = tuple(each.name for each in own)
    is_single = len(set(names)) == len(names)
    has_cuda = any(gpu_libraries().fullmatch(each.name) for each in locked)
    return names if "torch" in names and is_single and has_cuda and all(map(_is_exact, own)) else ()


def _is_twice(requirement: Requirement, locked: tuple[Requirement, ...]) -> bool:
    """Whether the index has that version under another name too, without CUDA: ``tensorflow-cpu``."""
    build = cpu_build(requirement.name)
    names = [each.name for each in locked]
    if build is None or build.replacement in names or names.count(requirement.name) > 1:
        return False
    return _is_exact(requirement) and build.replaces(requirement.version or "")


def _is_exact(requirement: Requirement) -> bool:
    return requirement.version is not None and "+" not in requirement.version and not requirement.url


def _torch(job: Job, family: list[Requirement]) -> Install:
    build = cpu_build("torch")
    torch = next(each for each in family if each.name == "torch")
    saved = f"{build.saved_megabytes / 1000:.1f} GB" if build else "much"
    return Install(
        installer="uv",
        packages=tuple(f"{each.name}=={each.version}" for each in family),
        cache_mount=job.settings.cache == "mount",
        only_these=True,
        torch_backend="cpu",
        why=(f"Nothing asks for a GPU: PyTorch ({torch.at}) without CUDA is {saved} smaller.",),
    )


def _twice(job: Job, requirement: Requirement, build: CpuBuild) -> Install:
    return Install(
        installer="uv",
        packages=by_machine(requirement, build),
        cache_mount=job.settings.cache == "mount",
        only_these=True,
        why=(without_cuda(requirement, build),),
    )
