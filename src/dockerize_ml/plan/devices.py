"""No CUDA where nothing asks for a GPU, as far as the project's own files allow it."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from dockerize_ml.config import Settings
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.gpu import cpu_build, torch_index
from dockerize_ml.knowledge.torch_users import torch_users
from dockerize_ml.manifests.conda_spec import conda_name
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.plan.conda_cuda import conda_cuda
from dockerize_ml.plan.installers.registry import Job
from dockerize_ml.plan.locked_builds import exchanged
from dockerize_ml.plan.model import Install, Note, Step
from dockerize_ml.plan.pinned_builds import pinned_twice, with_exchanged

_LOCKS = frozenset({"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"})


def for_device(steps: Iterable[Step], job: Job) -> Iterator[Step]:
    """The steps, with the builds for processors where the GPU's would come for nothing."""
    return with_exchanged(_with_torch(steps, job), job)


def _with_torch(steps: Iterable[Step], job: Job) -> Iterator[Step]:
    user = _needless_cuda(job.facts, job.manifest)
    if user is None or _is_locked(job.manifest, user) or job.settings.torch_index == "general":
        yield from steps
        return
    told = f"Nothing asks for a GPU: PyTorch ({user.at}) without CUDA is {_saved()} smaller."
    for step in steps:
        if isinstance(step, Install) and not step.only_these:
            there = {"torch_backend": "cpu"} if step.installer == "uv" else {"extra_index": torch_index("cpu")}
            yield step.model_copy(update={**there, "why": (*step.why, told)})
        else:
            yield step


def notes_on_devices(inspection: Inspection, manifest: Manifest, settings: Settings) -> Iterator[Note]:
    """What only the owner of the requirements can choose: other wheels in a lock, another distribution."""
    facts = inspection.facts
    user = _needless_cuda(facts, manifest)
    has_uv = settings.installer == "uv" or manifest.manager == "uv"
    pinned = pinned_twice(manifest) if has_uv else ()
    own = exchanged(manifest, inspection.locked, settings) if has_uv else ()
    names = {*own, *(each.name for each, _ in pinned)}
    if user is not None and (settings.torch_index == "general" or (manifest.format == "lock" and user.hashes)):
        yield Note(
            text=f"PyTorch ({user.at}) comes from the general index, with CUDA: {_saved()} that nothing here asks for.",
            hint='Where its own index answers, `torch-index = "own"` takes the build without CUDA.',
        )
    elif user is not None and _is_locked(manifest, user) and "torch" not in names:
        yield Note(
            text=f"The lock brings PyTorch with CUDA ({user.at}), {_saved()} that nothing here asks for.",
            hint=f"Take torch from `{torch_index('cpu')}` in the project's file, then lock again.",
        )
    if facts.accelerator.value == "cpu":
        yield from _needless_conda(manifest)
        yield from (note for each, note in _smaller_builds(manifest) if each not in names)


def _needless_conda(manifest: Manifest) -> Iterator[Note]:
    """A file of conda says itself which build it wants, and only its owner can say another."""
    for package in conda_cuda(manifest)[:1]:
        if package.kind == "declared":
            name, size = conda_name(package), _saved()
            yield Note(
                text=f"{name} ({package.at}) brings CUDA, {size} that nothing in the program insists on.",
                hint="Without it the image is smaller. With it: `docker run --gpus all`, or `--gpu` here.",
            )


def _smaller_builds(manifest: Manifest) -> Iterator[tuple[str, Note]]:
    """Distributions of the same library without CUDA; exchanged by hand, because others may ask for it by its name."""
    for requirement in manifest.requirements:
        build = None if requirement.group or requirement.kind == "locked" else cpu_build(requirement.name)
        if build is not None and build.replacement:
            yield (
                requirement.name,
                Note(
                    text=f"{requirement.name} ({requirement.at}) carries code for GPUs that nothing here asks for.",
                    hint=f"`{build.replacement}` is the same without, about {build.saved_megabytes} MB smaller.",
                ),
            )


def _needless_cuda(facts: Facts, manifest: Manifest) -> Requirement | None:
    """The first requirement that brings PyTorch's CUDA along though nothing asks for it."""
    if facts.accelerator.value != "cpu" or facts.manager.value == "conda":
        return None
    users = [each for each in manifest.requirements if each.name in torch_users() and not each.group]
    return users[0] if users and not _has_own_index(manifest) else None


def _is_locked(manifest: Manifest, user: Requirement) -> bool:
    if manifest.format == "lock":
        # Ours leaves PyTorch to a step of its own, unless a GPU is asked for.
        return False
    files = (manifest.path, *manifest.includes)
    return bool(user.hashes) or any(PurePosixPath(file).name in _LOCKS for file in files)


def _has_own_index(manifest: Manifest) -> bool:
    """Whether the author chose where PyTorch comes from."""
    chosen = any("pytorch.org" in value for _, value in manifest.options)
    requirements = [each for each in manifest.requirements if each.name in torch_users()]
    return chosen or any("+" in each.specifier or each.url for each in requirements)


def _saved() -> str:
    build = cpu_build("torch")
    return f"{build.saved_megabytes / 1000:.1f} GB" if build else "much"
