"""Builds for processors in the place of what a requirements file pins: TensorFlow, whoever else asks for it."""

from collections.abc import Iterable, Iterator

from dockerize_ml.knowledge.gpu import CpuBuild, cpu_build
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.plan.installers.registry import Job
from dockerize_ml.plan.model import Install, Lines, Step

_OVERRIDES = "/tmp/overrides.txt"  # noqa: S108  # of the build, where nobody else is
# On other machines the wheels of the library itself have no CUDA.
_TWICE_ON = "x86_64"


def pinned_twice(manifest: Manifest) -> tuple[tuple[Requirement, CpuBuild], ...]:
    """What the file pins to a version that the index has under another name too, without CUDA; and that build."""
    names = [each.name for each in manifest.requirements]
    if manifest.format != "requirements" or any(each.hashes for each in manifest.requirements):
        return ()
    return tuple(
        (each, build)
        for each in manifest.requirements
        if (build := _build(each)) and build.replacement not in names and names.count(each.name) == 1
    )


def with_exchanged(steps: Iterable[Step], job: Job) -> Iterator[Step]:
    """The steps, with uv told to take that instead; none is changed where a GPU is asked for."""
    found = tuple(_for(job)) if job.facts.accelerator.value == "cpu" else ()
    for step in steps:
        if found and isinstance(step, Install) and step.files and step.installer == "uv":
            instead, elsewhere = zip(*(by_machine(each, build) for each, build in found), strict=True)
            yield Lines(file=_OVERRIDES, lines=elsewhere)
            update = {
                "overrides": _OVERRIDES,
                "packages": (*step.packages, *instead),
                "why": (*step.why, *(without_cuda(each, build) for each, build in found)),
            }
            yield step.model_copy(update=update)
        else:
            yield step


def _for(job: Job) -> Iterator[tuple[Requirement, CpuBuild]]:
    """Without those that a setting asks for in a version of its own."""
    added = set(map(distribution, job.added))
    yield from (pair for pair in pinned_twice(job.manifest) if pair[0].name not in added)


def _build(requirement: Requirement) -> CpuBuild | None:
    is_plain = not (requirement.group or requirement.extras or requirement.marker or requirement.url)
    build = cpu_build(requirement.name) if is_plain and requirement.version else None
    return build if build and build.replaces(requirement.version or "") else None


def by_machine(requirement: Requirement, build: CpuBuild) -> tuple[str, str]:
    """The build where there is one without CUDA, and the library itself elsewhere, both in the same version."""
    return (
        f'{build.replacement}=={requirement.version} ; platform_machine == "{_TWICE_ON}"',
        f'{requirement.name}=={requirement.version} ; platform_machine != "{_TWICE_ON}"',
    )


def without_cuda(requirement: Requirement, build: CpuBuild) -> str:
    """What the exchange is and saves, in words."""
    return (
        f"{build.replacement} ({requirement.at}) is {requirement.name} without CUDA, "
        f"about {build.saved_megabytes} MB less to download."
    )
