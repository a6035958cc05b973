"""The build stage: the dependencies, in a virtual environment that the image takes over."""

from collections.abc import Iterator

from dockerize_ml.config import Settings
from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.knowledge.pruning import kept_packages, needless_folders
from dockerize_ml.knowledge.torch_users import torch_users
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.plan.installers.registry import SOURCE, VENV, Job, installer_for
from dockerize_ml.plan.model import (
    Compile,
    Copy,
    Environment,
    Install,
    Stage,
    Start,
    Step,
    SystemPackages,
    Venv,
    Workdir,
)
from dockerize_ml.plan.reasons import package_reasons

STAGE = "build"


def build_stage(image: str, facts: Facts, manifest: Manifest, added: tuple[str, ...], settings: Settings) -> Stage:
    """What is needed to install the dependencies and stays out of the image.

    Args:
        image: the base image.
        facts: of the project.
        manifest: what to install from.
        added: requirements of our own on top.
        settings: the user's.
    """
    return Stage(
        title="Build stage: installs the dependencies; its tools stay out of the image.",
        steps=tuple(_steps(image, Job(manifest, facts, settings, added))),
    )


def _steps(image: str, job: Job) -> Iterator[Step]:
    yield Start(image=image, name=STAGE)
    yield from _compilers(job.facts)
    steps = tuple(_for_device(_with_reasons(installer_for(job.manifest)(job), job.added), job))
    needs_uv = (
        any(isinstance(step, Install) and step.installer == "uv" for step in steps) or job.manifest.manager == "uv"
    )
    if needs_uv:
        yield Copy(
            sources=("/uv",),
            target="/bin/",
            origin=build_tool("uv").image,
            why=("uv installs what pip installs, several times faster.",),
        )
    yield Environment(variables=tuple(_environment(uv=needs_uv)), path=f"{VENV}/bin")
    if job.manifest.manager != "conda":
        yield Venv(installer="uv" if needs_uv else "pip", path=VENV)
    yield from steps
    yield from _project(job)
    yield Compile(
        venv=VENV,
        drop_folders=needless_folders(),
        keep_packages=kept_packages(),
        why=(
            "The packages' own test suites are dropped; the rest is compiled here once, not at every start.",
            "A file that is for another Python may not compile: that is no fault.",
        ),
    )


def _compilers(facts: Facts) -> Iterator[Step]:
    needed = facts.system_packages.value
    if needed is not None and needed.build:
        yield SystemPackages(packages=needed.build, why=package_reasons(facts.system_packages, needed.build))


def _environment(*, uv: bool) -> Iterator[tuple[str, str]]:
    yield ("VIRTUAL_ENV", VENV)
    if uv:
        # Without hard links between layers uv copies anyway, and warns that it does.
        yield ("UV_LINK_MODE", "copy")


def _with_reasons(steps: Iterator[Step], added: tuple[str, ...]) -> Iterator[Step]:
    """Tell at the step that installs them why there are requirements of our own."""
    for step in steps:
        ours = [name for name in added if isinstance(step, Install) and name in step.packages]
        told = tuple(f"{_name(each)} is not among the requirements: it is added to serve the program." for each in ours)
        yield step.model_copy(update={"why": (*step.why, *told)}) if told else step


def _for_device(steps: Iterator[Step], job: Job) -> Iterator[Step]:
    """PyTorch without CUDA where nothing asks for a GPU."""
    users = [each for each in job.manifest.requirements if each.name in torch_users() and not each.group]
    if job.facts.accelerator.value != "cpu" or not users or _has_own_index(job.manifest):
        yield from steps
        return
    told = f"Nothing asks for a GPU: PyTorch ({users[0].at}) without CUDA is 2.5 GB smaller."
    for step in steps:
        if isinstance(step, Install) and step.installer == "uv" and not step.only_these:
            yield step.model_copy(update={"torch_backend": "cpu", "why": (*step.why, told)})
        else:
            yield step


def _has_own_index(manifest: Manifest) -> bool:
    """Whether the author chose where PyTorch comes from."""
    chosen = any("pytorch.org" in value for _, value in manifest.options)
    return chosen or any("+" in each.specifier for each in manifest.requirements if each.name in torch_users())


def _project(job: Job) -> Iterator[Step]:
    """A console script only exists where the project is installed."""
    if job.facts.entrypoint.value not in job.manifest.scripts or job.manifest.manager == "setuptools":
        return
    if job.folder == ".":
        yield Workdir(path=SOURCE)
    yield Copy(sources=(job.folder,), target="./", why=("The project itself, which brings the program's command.",))
    yield Install(installer="uv", packages=(".",), only_these=True)


def _name(requirement: str) -> str:
    return requirement.partition(">")[0]
