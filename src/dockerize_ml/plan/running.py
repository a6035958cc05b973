"""The final stage: the program, the packages it runs on, and a user who may do nothing else."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.config import Settings
from dockerize_ml.facts.model import Facts
from dockerize_ml.plan.installers.registry import SOURCE, VENV
from dockerize_ml.plan.installing import STAGE
from dockerize_ml.plan.model import (
    Become,
    Command,
    Copy,
    Entrypoint,
    Environment,
    Expose,
    Healthcheck,
    Stage,
    Start,
    Step,
    StopSignal,
    SystemPackages,
    User,
    Workdir,
)
from dockerize_ml.plan.reasons import because, package_reasons
from dockerize_ml.plan.serving import Serving

UID = 10001
_USER = "app"


def final_stage(image: str, facts: Facts, serving: Serving, *, installed: bool, settings: Settings) -> Stage:
    """The image itself.

    Args:
        image: the base image.
        facts: of the project.
        serving: how it is started.
        installed: whether the build stage has anything to take over.
        settings: the user's.
    """
    return Stage(
        title="The image: the packages, the program, and no build tools.",
        steps=tuple(_steps(image, facts, serving, installed=installed, settings=settings)),
    )


def _steps(image: str, facts: Facts, serving: Serving, *, installed: bool, settings: Settings) -> Iterator[Step]:
    yield Start(image=image)
    yield from _system_packages(facts, settings)
    yield User(
        name=_USER,
        uid=UID,
        folders=(SOURCE,),
        why=("A user without rights, who owns the program's folder: it may write there, as it could before.",),
    )
    yield Environment(
        variables=(("PYTHONUNBUFFERED", "1"), *serving.environment, *settings.env.items()),
        path=f"{VENV}/bin" if installed else None,
        why=("Print at once, so that `docker logs` shows what happens when it happens.",),
    )
    yield Workdir(path=str(PurePosixPath(SOURCE) / (facts.workdir.value or ".")))
    if installed:
        yield Copy(sources=(VENV,), target=VENV, origin=STAGE)
    yield Copy(
        sources=(".",),
        target=f"{SOURCE}/",
        owner=UID,
        why=("The source last: it changes most often. .dockerignore says what stays out.",),
    )
    yield Become(uid=UID, why=("By number: Kubernetes can then check that it is not root.",))
    yield from _listening(facts)
    if serving.arguments[0] == "python":
        yield StopSignal(signal="SIGINT", why=("As process 1 Python ignores SIGTERM; SIGINT ends it as Ctrl-C does.",))
    if facts.kind.value == "job":
        told = "What stands behind the image's name in `docker run` is passed on to it."
        yield Entrypoint(arguments=serving.arguments, why=(*serving.why, told))
    else:
        yield Command(arguments=serving.arguments, why=serving.why)


def _system_packages(facts: Facts, settings: Settings) -> Iterator[Step]:
    needed = facts.system_packages.value.runtime if facts.system_packages.value else ()
    packages = tuple(dict.fromkeys((*needed, *settings.apt_packages)))
    if packages:
        yield SystemPackages(packages=packages, why=package_reasons(facts.system_packages, packages))


def _listening(facts: Facts) -> Iterator[Step]:
    port = facts.port.value
    if port is None:
        return
    yield Expose(port=port, why=(f"Port {port}{because(facts.port)}.",))
    path = facts.health_path.value
    asked = f"GET {path}{because(facts.health_path)}" if path else "a connection to the port"
    yield Healthcheck(
        port=port, path=path, why=(f"Healthy means: {asked} succeeds. Asked with Python, no curl needed.",)
    )
