"""The build stage: the dependencies, in a virtual environment that the image takes over."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.config import Settings
from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.pruning import kept_packages, needless_folders
from dockerize_ml.manifests.requirement import Manifest
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
from dockerize_ml.plan.reasons import at, listed

STAGE = "build"
VENV = "/opt/venv"
SOURCE = "/app"
_UV_IMAGE = "ghcr.io/astral-sh/uv:0.13"


def build_stage(image: str, facts: Facts, manifest: Manifest | None, added: str | None, settings: Settings) -> Stage:
    """What is needed to install the dependencies and stays out of the image.

    Args:
        image: the base image.
        facts: of the project.
        manifest: what to install from, or None where the project needs nothing.
        added: a requirement of our own on top, or None.
        settings: the user's.

    Raises:
        ProjectError: the manifest is of a kind that cannot be installed yet.
    """
    return Stage(
        title="Build stage: installs the dependencies; its tools stay out of the image.",
        steps=tuple(_steps(image, facts, manifest, added, settings)),
    )


def _steps(
    image: str, facts: Facts, manifest: Manifest | None, added: str | None, settings: Settings
) -> Iterator[Step]:
    yield Start(image=image, name=STAGE)
    compilers = facts.system_packages.value.build if facts.system_packages.value else ()
    if compilers:
        yield SystemPackages(
            packages=compilers,
            why=tuple(f"{evidence.reason} ({at(evidence)})" for evidence in facts.system_packages.evidence),
        )
    if settings.installer == "uv":
        yield Copy(
            sources=("/uv",),
            target="/bin/",
            origin=_UV_IMAGE,
            why=("uv installs what pip installs, several times faster.",),
        )
    yield Environment(variables=_environment(settings), path=f"{VENV}/bin")
    yield Venv(installer=settings.installer, path=VENV)
    files = _files(manifest)
    if files:
        yield Workdir(path=SOURCE)
        yield from _copies(files)
    if files or added:
        yield Install(
            installer=settings.installer,
            files=files[:1],
            packages=(added,) if added else (),
            cache_mount=settings.cache == "mount",
            why=_install_reasons(added),
        )
        yield Compile(
            venv=VENV,
            drop_folders=needless_folders(),
            keep_packages=kept_packages(),
            why=(
                "The packages' own test suites are dropped; the rest is compiled here once, not at every start.",
                "A file that is for another Python may not compile: that is no fault.",
            ),
        )


def _environment(settings: Settings) -> tuple[tuple[str, str], ...]:
    if settings.installer == "pip":
        return (("VIRTUAL_ENV", VENV),)
    # Without hard links between layers uv copies anyway, and warns that it does.
    return (("VIRTUAL_ENV", VENV), ("UV_LINK_MODE", "copy"))


def _files(manifest: Manifest | None) -> tuple[str, ...]:
    if manifest is None:
        return ()
    if manifest.format != "requirements":
        raise ProjectError(
            path=manifest.path,
            reason=f"installing from `{manifest.path}` ({manifest.manager}) is not supported yet",
            hint="Export it to a requirements.txt.",
        )
    return (manifest.path, *manifest.includes)


def _copies(files: tuple[str, ...]) -> Iterator[Step]:
    """One COPY for each folder, so that `-r` and `-c` find their files where they are in the project."""
    folders = sorted({str(PurePosixPath(file).parent) for file in files})
    for number, folder in enumerate(folders):
        inside = tuple(file for file in files if str(PurePosixPath(file).parent) == folder)
        why = f"{listed(files)} first: the installed packages stay cached until {_changes(files)}."
        yield Copy(sources=inside, target=f"{folder}/" if folder != "." else "./", why=(why,) if number == 0 else ())


def _changes(files: tuple[str, ...]) -> str:
    return "it changes" if len(files) == 1 else "one of them changes"


def _install_reasons(added: str | None) -> tuple[str, ...]:
    if added is None:
        return ()
    name = added.partition(">")[0]
    return (
        f"{name} is not among the requirements: it is added to serve the program, in place of a development server.",
    )
