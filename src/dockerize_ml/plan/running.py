"""The final stage: the program, the packages it runs on, and a user who may do nothing else."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from dockerize_ml.config import Settings
from dockerize_ml.facts.model import Evidence, Facts
from dockerize_ml.facts.outside import Given, OwnSecret, WrittenFolder
from dockerize_ml.plan.after import after
from dockerize_ml.plan.basing import Base
from dockerize_ml.plan.installers.registry import SOURCE, VENV
from dockerize_ml.plan.installing import PYTHON, Installation
from dockerize_ml.plan.installing import STAGE as BUILD
from dockerize_ml.plan.layering import STAGE as SOURCE_STAGE
from dockerize_ml.plan.layering import BigModel, model_layers
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
    User,
    Workdir,
)
from dockerize_ml.plan.packaging import apt_install
from dockerize_ml.plan.reasons import at, because
from dockerize_ml.plan.serving import Serving
from dockerize_ml.plan.sharing import moved_once, shared
from dockerize_ml.plan.signing import signing, why_signing

UID = 10001
_USER = "app"
_TITLES = {
    False: "The image: the packages, then the program.",
    True: "The image: the packages, the program, and no build tools.",
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What the image is put together from.

    Attributes:
        base: the images it stands on.
        facts: of the project.
        serving: how the program is started.
        installed: how the dependencies get in; None where there are none.
        models: those that get a layer of their own.
        activated: the variables that activating the environment would set.
        opened: what gives the program every interface where it asks for localhost.
        caches: the variables that send caches to writable folders, and keep windows from being opened.
        looked_for: the files of a whole machine that a package looks for.
        owned: folders besides the program's own that its user may write to.
        written: those of them that the program itself names.
        asked: those of them that the program does not start without, each with what asks for it.
        signed: what the program signs with, to be made at its start.
        given: the words that the project itself gives its job; or None.
        wordless: what asks for words, where the program does nothing without them; or None.
        prepared: what is done once the source is there.
        packaged: packages that no index has.
        fetched: what is downloaded once the packages are there.
        labels: what the image says of itself.
        is_compiled: whether the source is compiled in the build stage.
        answers_itself: whether the program answers a request from inside the container.
        settings: the user's.
    """

    base: Base
    facts: Facts
    serving: Serving
    installed: Installation | None
    models: tuple[BigModel, ...]
    activated: tuple[Environment, ...]
    opened: tuple[Step, ...]
    caches: tuple[Environment, ...]
    looked_for: tuple[Step, ...]
    owned: tuple[str, ...]
    written: tuple[WrittenFolder, ...]
    asked: tuple[tuple[str, Evidence], ...]
    signed: tuple[OwnSecret, ...]
    given: Given | None
    wordless: Evidence | None
    prepared: tuple[Step, ...]
    packaged: tuple[Step, ...]
    fetched: tuple[Step, ...]
    labels: tuple[Step, ...]
    is_compiled: bool
    answers_itself: bool
    settings: Settings

    @property
    def has_build_stage(self) -> bool:
        """Whether the packages come from a stage of their own."""
        return self.installed is not None and self.installed.earns_stage

    @property
    def workdir(self) -> str:
        """The folder that the program is started in."""
        return str(PurePosixPath(SOURCE) / (self.facts.workdir.value or "."))


def final_stage(contents: Contents) -> Stage:
    """The image itself."""
    return Stage(
        title=_TITLES[contents.has_build_stage],
        steps=tuple(moved_once(shared(_steps(contents)))),
    )


def _steps(contents: Contents) -> Iterator[Step]:
    yield from _ground(contents)
    yield from _filled(contents)
    yield from contents.prepared
    yield from contents.labels
    yield from _listening(contents)
    yield from _started(contents)


def _ground(contents: Contents) -> Iterator[Step]:
    """The system, the user and the variables: what seldom changes."""
    facts, settings = contents.facts, contents.settings
    silent = facts.port.value is None
    told = ("Nothing listens in it, so there is no health check to make.",) if silent else ()
    yield Start(image=contents.base.image, unasked=silent, ended=contents.base.ended, why=(*contents.base.why, *told))
    yield from _system_packages(facts, settings)
    yield from contents.looked_for
    yield User(
        name=_USER,
        uid=UID,
        folders=tuple(dict.fromkeys((SOURCE, contents.workdir, *contents.owned))),
        why=(
            "A user without rights, who owns the program's folder: it may write there, as it could before.",
            *(f"{each.path} is written to ({at(each.evidence)})." for each in contents.written),
            *(f"{folder} is there for {asked.reason} ({at(asked)})." for folder, asked in contents.asked),
        ),
    )
    named = "CONDA_PREFIX" if facts.manager.value == "conda" else "VIRTUAL_ENV"
    venv = ((named, VENV),) if contents.installed else ()
    yield Environment(
        variables=(*venv, ("PYTHONUNBUFFERED", "1"), *contents.serving.environment, *settings.env.items()),
        path=f"{VENV}/bin" if contents.installed else None,
        why=("Print at once, so that `docker logs` shows what happens when it happens.",),
    )
    yield from contents.activated
    yield from contents.caches
    yield from contents.opened


def _filled(contents: Contents) -> Iterator[Step]:
    """The packages, the models and the source, in the order in which they change."""
    if contents.has_build_stage:
        python = () if contents.base.has_python else (PYTHON,)
        for folder in (*python, VENV):
            yield Copy(sources=(folder,), target=folder, origin=BUILD)
    elif contents.installed:
        yield from contents.installed.steps
    yield Workdir(path=contents.workdir)
    yield from contents.packaged
    yield Become(uid=UID, why=("By number: Kubernetes can then check that it is not root.",))
    yield from contents.fetched
    yield from model_layers(contents.models, UID)
    origin = BUILD if contents.is_compiled else SOURCE_STAGE if contents.models else None
    yield Copy(
        sources=(f"{SOURCE}/" if origin else ".",),
        target=f"{SOURCE}/",
        origin=origin,
        owner=UID,
        why=("The source last: it changes most often. .dockerignore says what stays out.",),
    )


def _started(contents: Contents) -> Iterator[Step]:
    serving, signed = contents.serving, contents.signed
    if serving.ignores_sigterm and serving.own_stop is not None:
        yield StopSignal(signal="SIGTERM", why=(f"The program itself heeds SIGTERM ({at(serving.own_stop)}).",))
    elif serving.ignores_sigterm:
        yield StopSignal(signal="SIGINT", why=("As process 1 Python ignores SIGTERM; SIGINT ends it as Ctrl-C does.",))
    before = signing(signed) if signed else ()
    told = tuple(why_signing(signed)) if signed else ()
    if contents.facts.kind.value == "job" or serving.takes_more:
        passed_on = "What stands behind the image's name in `docker run` is passed on to it."
        first = contents.given.before if contents.given else ()
        if first and contents.given:
            passed_on = f"First it runs what makes what it works on ({at(contents.given.evidence)}). {passed_on}"
        made = "".join(f"{shlex.join(each)} && " for each in first).rstrip()
        arguments = _handing_on(after(made, serving.arguments) if made else serving.arguments)
        yield Entrypoint(arguments=(*before, *arguments), why=(*told, *serving.why, passed_on))
        if contents.given and contents.given.words:
            words = (
                f"The words are those of {at(contents.given.evidence)}; others behind the image's name replace them."
            )
            yield Command(arguments=contents.given.words, why=(words,))
        elif contents.wordless and not contents.given:
            alone = f"It does nothing without words ({at(contents.wordless)}): alone it shows which it takes."
            yield Command(arguments=("--help",), why=(alone,))
        return
    if signed:
        yield Entrypoint(arguments=before, why=told)
    yield Command(arguments=serving.arguments, why=serving.why)


def _handing_on(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The command; a shell that gives way to the program hands on to it what it is given itself."""
    match arguments:
        case ("sh", "-c", line):
            return "sh", "-c", f'{line} "$@"', "sh"
    return arguments


def _system_packages(facts: Facts, settings: Settings) -> Iterator[Step]:
    needed = facts.system_packages.value.runtime if facts.system_packages.value else ()
    yield from apt_install(facts, needed, settings.apt_packages, settings.debian)


def _listening(contents: Contents) -> Iterator[Step]:
    facts = contents.facts
    port = facts.port.value
    if port is None:
        return
    yield Expose(port=port, why=(f"Port {port}{because(facts.port)}.",))
    path = facts.health_path.value if contents.answers_itself else None
    asked = f"GET {path}{because(facts.health_path)}" if path else "a connection to the port"
    told = f"Healthy means: {asked} succeeds. Asked with Python, no curl needed."
    yield Healthcheck(port=port, path=path, variable=contents.serving.port_variable, why=(told,))
