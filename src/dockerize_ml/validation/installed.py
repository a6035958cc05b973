"""What a Dockerfile installs: the requirements it reads and the names on its install lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dockerize_ml.dockerfile.nodes import Dockerfile
from dockerize_ml.dockerfile.shell import Command, read_script
from dockerize_ml.knowledge.comes_with import with_what_they_bring
from dockerize_ml.manifests.names import canonical, extras_in
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.validation.registry import Looked, Subject

_NAMED = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[(?P<extras>[^\]]*)\])?(?:\s*(?:[<>=!~;@].*)?)?")
_VERBS = frozenset({"install", "add", "sync", "update", "create", "export"})
_TOOLS = frozenset({"uv", "poetry", "pdm", "pipenv", "conda", "mamba", "micromamba", "pixi", "hatch", "rye"})
_PIP = re.compile(r"pip[0-9.]*|python[0-9.]*")
# These tools install the project itself beside what it requires.
_WITH_PROJECT = frozenset({"poetry", "uv", "pdm", "pixi", "rye", "hatch"})
# A folder, or a wheel that was built from it; a requirements file is neither.
_PROJECT = re.compile(r"(?:\.{1,2}(?:/.*)?|/.*)(?:\[.*\])?(?<!\.txt)(?<!\.in)")


@dataclass(frozen=True)
class Installed:
    """What the image's Python can import beside its own library.

    Attributes:
        names: normalised names of distributions, with extras as ``name[extra]``, and what surely comes with them.
        whole: whether nothing else can be there: a lock file names all.
        known: whether the Dockerfile installs anything in a way that we can read.
        project: whether the project itself is installed too.
    """

    names: frozenset[str]
    whole: bool
    known: bool
    project: bool


def installed(subject: Subject, looked: Looked) -> Installed:
    """Read every install line of the Dockerfile, and the manifests that they name."""
    lines = tuple(install_lines(subject.dockerfile))
    text = " ".join(word.value for line in lines for word in line.words)
    manifests = [one for one in _manifests(looked) if one.path.rpartition("/")[2] in text]
    chosen = looked.inspection.manifest
    if chosen is not None and chosen not in manifests and (not manifests or chosen.locks):
        manifests.append(chosen)
    folders = {one.path.rpartition("/")[0] for one in manifests if one.locks}
    manifests += [one for one in _manifests(looked) if one.path.rpartition("/")[0] in folders and one not in manifests]
    asked = {name for line in lines for name in _on_line(line)}
    asked |= {name for one in manifests for requirement in one.requirements for name in _names(requirement)}
    return Installed(
        with_what_they_bring(asked),
        whole=any(one.locks and one.format != "requirements" for one in manifests),
        known=bool(lines),
        project=any(_installs_project(line) for line in lines),
    )


def install_lines(dockerfile: Dockerfile) -> Iterator[Command]:
    """The commands of every RUN that install Python distributions."""
    for instruction in dockerfile.instructions:
        if instruction.keyword == "RUN":
            yield from (one for one in read_script(instruction).commands if _installs(one))


def _installs(command: Command) -> bool:
    values = {word.value for word in command.args}
    if _PIP.fullmatch(command.name):
        return "install" in values and (command.name.startswith("pip") or "pip" in values)
    return command.name in _TOOLS and not _VERBS.isdisjoint(values)


def _manifests(looked: Looked) -> tuple[Manifest, ...]:
    return read_manifests(looked.project)


def _on_line(command: Command) -> Iterator[str]:
    for word in command.arguments:
        found = _NAMED.fullmatch(word.value)
        if found and "/" not in word.value and word.value not in _VERBS:
            yield from _with_extras(found["name"], extras_in(found["extras"] or ""))


def _names(requirement: Requirement) -> Iterator[str]:
    if requirement.name:
        yield from _with_extras(requirement.name, requirement.extras)


def _with_extras(name: str, extras: tuple[str, ...]) -> Iterator[str]:
    yield canonical(name)
    yield from (f"{canonical(name)}[{extra}]" for extra in extras)


def _installs_project(command: Command) -> bool:
    if command.name in _WITH_PROJECT and not command.has_argument("pip"):
        return not (command.has_flag("no-root", "no-install-project") or command.has_argument("export"))
    return any(_PROJECT.fullmatch(word.value) for word in command.args)
