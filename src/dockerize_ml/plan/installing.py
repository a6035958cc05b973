"""The dependencies in a virtual environment, and the build stage where that takes what no image should have."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from dockerize_ml.config import Settings
from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.build_tools import in_place_needs
from dockerize_ml.knowledge.pruning import Needless, needless
from dockerize_ml.plan.basing import Base
from dockerize_ml.plan.devices import for_device
from dockerize_ml.plan.installers.registry import SOURCE, VENV, Job, installer_for
from dockerize_ml.plan.model import (
    Compile,
    Copy,
    Environment,
    Install,
    Run,
    Shell,
    Stage,
    Start,
    Step,
    SystemPackages,
    Tool,
    Venv,
    Workdir,
)
from dockerize_ml.plan.packaging import apt_install
from dockerize_ml.plan.reasons import BUILT_BESIDE, at, listed
from dockerize_ml.plan.serving import PASTE
from dockerize_ml.plan.sharing import moved_once, shared

STAGE = "build"
COMPILERS = ("gcc", "g++", "clang", "build-essential")
# Where uv puts an interpreter of its own; the environment's links lead there.
PYTHON = "/opt/python"


class Installation(NamedTuple):
    """How the dependencies get into the image.

    Attributes:
        compilers: what only building them needs.
        steps: those that install.
        earns_stage: whether anything is needed that must not be in the image.
        is_conda: whether the environment is one of conda's.
    """

    compilers: tuple[SystemPackages, ...]
    steps: tuple[Step, ...]
    earns_stage: bool
    is_conda: bool = False


def installation(base: Base, job: Job) -> Installation:
    """The steps for a project's dependencies.

    Args:
        base: the images.
        job: what is to be installed; it adds the requirements that serve the program, which the project lacks.
    """
    if job.newest:
        # What serves the program today may be newer than that day.
        job = replace(job, added=tuple(map(_name, job.added)))
    servers = frozenset(job.added)
    facts, settings = job.facts, job.settings
    job = replace(job, added=(*job.added, *base.added, *settings.requirements))
    compilers = tuple(_compilers(facts, settings))
    steps = tuple(_steps(base, job, servers))
    brought = any(isinstance(step, Tool) or _copies_more_than_files(step, job) for step in steps)
    is_conda = job.manifest.manager == "conda"
    return Installation(compilers, tuple(moved_once(shared(steps))), bool(compilers) or brought, is_conda)


def _copies_more_than_files(step: Step, job: Job) -> bool:
    """Whether the source itself or a program comes before the packages: in the image it would be twice, or stay."""
    return isinstance(step, Copy) and ("." in step.sources or bool(set(step.sources) - set(job.files)))


def build_stage(base: Base, installed: Installation) -> Stage:
    """What is needed to install the dependencies and stays out of the image."""
    return Stage(
        title="Build stage: installs the dependencies; its tools stay out of the image.",
        steps=(
            Start(image=base.build_image, name=STAGE, ended=base.ended),
            *installed.compilers,
            Environment(variables=() if installed.is_conda else (("VIRTUAL_ENV", VENV),), path=f"{VENV}/bin"),
            *installed.steps,
        ),
    )


def _steps(base: Base, job: Job, servers: frozenset[str]) -> Iterator[Step]:
    steps = tuple(for_device(_with_reasons(installer_for(job.manifest)(job), job, servers), job))
    first = next(
        (index for index, step in enumerate(steps) if isinstance(step, Shell) and not isinstance(step, Tool)), 0
    )
    yield from steps[:first]
    if job.manifest.manager != "conda":
        yield _venv(base, job, steps)
    yield from steps[first:]
    yield from _project(job, uv=any(map(_is_uv, steps)))
    yield _compile(job)


def _compile(job: Job) -> Compile:
    dropped = _dropped({each.name for each in (*job.manifest.requirements, *job.locked)}, job)
    return Compile(venv=VENV, drop=tuple(each.name for each in dropped), why=tuple(_why_compiled(dropped)))


def _why_compiled(dropped: tuple[Needless, ...]) -> Iterator[str]:
    if not dropped:
        yield "The packages are compiled to byte code once, here, and not at every start."
        return
    yield f"What no program needs of the packages is dropped: {listed(map(_with_size, dropped))}."
    yield "The rest is compiled to byte code once, here, and not at every start."


def _dropped(names: set[str], job: Job) -> tuple[Needless, ...]:
    if job.settings.drop is not None:
        return tuple(map(Needless, job.settings.drop))
    found = job.facts.system_packages.value
    installed = {*(found.runtime if found else ()), *job.settings.apt_packages}
    return tuple(needless(names, compiles=not installed.isdisjoint(COMPILERS)))


def _with_size(needless: Needless) -> str:
    return f"{needless.name} ({needless.megabytes} MB)" if needless.megabytes else needless.name


def _compilers(facts: Facts, settings: Settings) -> Iterator[SystemPackages]:
    needed = facts.system_packages.value.build if facts.system_packages.value else ()
    yield from apt_install(facts, needed, settings.build_packages, settings.debian)


def _is_uv(step: Step) -> bool:
    match step:
        case Install(installer="uv") | Tool(installer="uv") | Run(words=("uv", *_)):
            return True
        case _:
            return False


def _venv(base: Base, job: Job, steps: tuple[Step, ...]) -> Venv:
    uv = not base.has_python or any(map(_is_uv, steps))
    has_pip = uv and any(isinstance(step, Install) and step.installer == "pip" for step in steps)
    if base.has_python:
        return Venv(installer="uv" if uv else "pip", path=VENV, has_pip=has_pip)
    told = "With an interpreter that runs on any Linux: the image is no image of Python."
    python = job.facts.python.value
    return Venv(installer="uv", path=VENV, python=python, python_folder=PYTHON, has_pip=has_pip, why=(told,))


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
    """Install it where it only exists so: as a command, by the name in its settings, by its version, or compiled."""
    told = tuple(_why_installed(job))
    if not told or job.manifest.manager == "setuptools":
        return
    package = job.package
    is_by_name = _is_by_name(job)
    folder = package.folder if package and not is_by_name else job.folder
    if folder == ".":
        yield Workdir(path=SOURCE)
    beside = job.left_behind if folder == "." else ""
    told = (*told, f"Not a copy of it: {beside} would stay behind.") if beside else told
    yield Copy(sources=(folder,), target="./", why=told)
    needs = package.build_needs if package else ()
    is_editable = job.is_compiled or bool(beside)
    # pip cannot be told to build with the tools of another day.
    tools_of = package.tools_of or None if package and uv else None
    if needs and is_editable and uv and not tools_of:
        # It is built by what is installed, which is of the project's time.
        needs = (*in_place_needs(), *(each for each in needs if _name(each) != "setuptools"))
    if needs:
        yield Install(installer="uv" if uv else "pip", packages=needs, exclude_newer=tools_of, why=(BUILT_BESIDE,))
    yield Install(
        installer="uv" if uv else "pip",
        packages=(".",),
        variables=job.version,
        only_these=True,
        in_place=bool(needs),
        editable=is_editable,
        exclude_newer=None if needs else tools_of,
    )


def _is_by_name(job: Job) -> bool:
    entry = job.facts.entrypoint.value or ""
    return entry in job.manifest.scripts or entry.endswith(PASTE)


def _why_installed(job: Job) -> Iterator[str]:
    package = job.package
    if _is_by_name(job):
        by_settings = (job.facts.entrypoint.value or "").endswith(PASTE)
        yield (
            "The project itself, which its settings name."
            if by_settings
            else "The project itself, which brings the program's command."
        )
    elif package and package.asked:
        yield f"The project itself: the program asks what of it is installed ({at(package.asked)})."
    if package and package.compiled:
        yield f"The project itself, in its folder: what it is made of has to be compiled ({at(package.compiled)})."


def _name(requirement: str) -> str:
    """With its extras, and without its versions."""
    return re.split(r"[<>=!~]", requirement, maxsplit=1)[0]
