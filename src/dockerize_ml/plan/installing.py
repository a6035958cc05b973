"""The build stage: the dependencies, in a virtual environment that the image takes over."""

from collections.abc import Iterator

from dockerize_ml.config import Settings
from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.knowledge.pruning import kept_packages, needless_folders
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.plan.basing import Base
from dockerize_ml.plan.devices import for_device
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
# Where uv puts an interpreter of its own; the environment's links lead there.
PYTHON = "/opt/python"


def build_stage(base: Base, facts: Facts, manifest: Manifest, added: tuple[str, ...], settings: Settings) -> Stage:
    """What is needed to install the dependencies and stays out of the image.

    Args:
        base: the images.
        facts: of the project.
        manifest: what to install from.
        added: requirements that serve the program, which the project lacks.
        settings: the user's.
    """
    job = Job(manifest, facts, settings, (*added, *base.added, *settings.requirements))
    return Stage(
        title="Build stage: installs the dependencies; its tools stay out of the image.",
        steps=tuple(_steps(base, job, frozenset(added))),
    )


def _steps(base: Base, job: Job, servers: frozenset[str]) -> Iterator[Step]:
    yield Start(image=base.build_image, name=STAGE)
    yield from _compilers(job.facts, job.settings)
    steps = tuple(for_device(_with_reasons(installer_for(job.manifest)(job), job, servers), job))
    needs_uv = not base.has_python or job.manifest.manager == "uv" or _uses_uv(steps)
    if needs_uv:
        yield Copy(
            sources=("/uv",),
            target="/bin/",
            origin=build_tool("uv").image,
            why=("uv installs what pip installs, several times faster.",),
        )
    yield Environment(variables=tuple(_environment(base, uv=needs_uv)), path=f"{VENV}/bin")
    if job.manifest.manager != "conda":
        yield _venv(base, job, uv=needs_uv)
    yield from steps
    yield from _project(job, uv=_uses_uv(steps) or job.manifest.manager == "uv")
    yield Compile(
        venv=VENV,
        drop_folders=needless_folders(),
        keep_packages=kept_packages(),
        why=(
            "The packages' own test suites are dropped; the rest is compiled here once, not at every start.",
            "A file that is for another Python may not compile: that is no fault.",
        ),
    )


def _compilers(facts: Facts, settings: Settings) -> Iterator[Step]:
    needed = facts.system_packages.value.build if facts.system_packages.value else ()
    packages = tuple(dict.fromkeys((*needed, *settings.build_packages)))
    if packages:
        yield SystemPackages(packages=packages, why=package_reasons(facts.system_packages, packages))


def _uses_uv(steps: tuple[Step, ...]) -> bool:
    return any(isinstance(step, Install) and step.installer == "uv" for step in steps)


def _environment(base: Base, *, uv: bool) -> Iterator[tuple[str, str]]:
    yield ("VIRTUAL_ENV", VENV)
    if uv:
        # Without hard links between layers uv copies anyway, and warns that it does.
        yield ("UV_LINK_MODE", "copy")
    if not base.has_python:
        yield ("UV_PYTHON_INSTALL_DIR", PYTHON)


def _venv(base: Base, job: Job, *, uv: bool) -> Venv:
    has_pip = uv and job.settings.installer == "pip"
    if base.has_python:
        return Venv(installer="uv" if uv else "pip", path=VENV, has_pip=has_pip)
    told = "With an interpreter that runs on any Linux: the image is no image of Python."
    return Venv(installer="uv", path=VENV, python=job.facts.python.value, has_pip=has_pip, why=(told,))


def _with_reasons(steps: Iterator[Step], job: Job, servers: frozenset[str]) -> Iterator[Step]:
    """Tell at the step that installs them why there are requirements of our own."""
    for step in steps:
        ours = [name for name in job.added if isinstance(step, Install) and name in step.packages]
        told = tuple(_reason(each, job, is_server=each in servers) for each in ours)
        yield step.model_copy(update={"why": (*step.why, *told)}) if told else step


def _reason(requirement: str, job: Job, *, is_server: bool) -> str:
    if requirement in job.settings.requirements:
        return f"{requirement}: set by you, in the setting `requirements`."
    if is_server:
        return f"{_name(requirement)} is not among the requirements: it is added to serve the program."
    return f"{requirement}: with CUDA as packages, so that the image needs none of its own."


def _project(job: Job, *, uv: bool) -> Iterator[Step]:
    """A console script only exists where the project is installed."""
    if job.facts.entrypoint.value not in job.manifest.scripts or job.manifest.manager == "setuptools":
        return
    if job.folder == ".":
        yield Workdir(path=SOURCE)
    yield Copy(sources=(job.folder,), target="./", why=("The project itself, which brings the program's command.",))
    yield Install(installer="uv" if uv else "pip", packages=(".",), only_these=True)


def _name(requirement: str) -> str:
    return requirement.partition(">")[0]
