"""Locks of conda: ``conda-lock.yml`` for several systems, and lists of addresses (``@EXPLICIT``) for one."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from dockerize_ml.manifests.conda_packages import Asked, sorted_out
from dockerize_ml.manifests.conda_spec import CondaSpec
from dockerize_ml.manifests.names import canonical
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

_PLATFORM = "linux-64"
_EXPLICIT = re.compile(r"^@EXPLICIT[ \t]*$", re.MULTILINE)
_NAME = re.compile(
    r"(?:.*/)?[^/]*(?:spec|explicit|conda|env|pack|req|lock|linux|osx|win)[^/]*\.(?:txt|lock)", re.IGNORECASE
)
_LONGEST = 2_000_000  # bytes; an address has a hundred
_ARCHIVE = re.compile(r"(?P<name>.+)-(?P<version>[^-]+)-(?P<build>[^-]+)\.(?:tar\.bz2|conda)")
# conda-lock writes its file by machine, a line for each field; a reader of YAML would take seconds for a long one.
_FIRST = re.compile(r"- (?P<key>\w+): ?(?P<value>.*)")
_FIELD = re.compile(r"  (?P<key>\w+): ?(?P<value>.*)")


@reader(
    "conda-explicit",
    files=lambda path: _NAME.fullmatch(path) is not None,
    suffixes=("txt", "lock"),
    precedence=38,
)
def read_conda_explicit(project: Project, path: str) -> Manifest | None:
    """A list of the very packages to download, as ``conda list --explicit`` prints it."""
    if not is_explicit(project, path):
        return None
    asked: list[Asked] = []
    for number, line in enumerate(project.lines(path), 1):
        archive = _ARCHIVE.fullmatch(unquote(PurePosixPath(urlsplit(line.strip()).path).name))
        if archive is None:
            continue
        system = PurePosixPath(urlsplit(line.strip()).path).parent.name
        if not system.startswith(("linux-", "noarch")):
            project.note(path, f"has packages of {system}, which no Linux image can use.", number)
            return None
        spec = CondaSpec(archive["name"], f"=={archive['version']}", build=archive["build"])
        asked.append(Asked(f"{spec.name}={archive['version']}={spec.build}", spec, Place(path, number)))
    return _manifest(path, "conda-explicit", asked, ()) if asked else None


def is_explicit(project: Project, path: str) -> bool:
    """Whether the file is a list of addresses of conda's packages."""
    return project.size(path) < _LONGEST and _EXPLICIT.search(project.text(path)) is not None


@reader("conda-lock", files=("*-lock.yml", "*-lock.yaml"), precedence=37)
def read_conda_lock(project: Project, path: str) -> Manifest | None:
    """What conda-lock settled for Linux, without what only developers need."""
    entries = [entry for entry in _entries(project.lines(path)) if "manager" in entry[1] and "platform" in entry[1]]
    if not entries:
        return None
    needed = [entry for entry in entries if entry[1].get("category", "main") == "main"]
    here = [entry for entry in needed if entry[1]["platform"] == _PLATFORM]
    if not here:
        project.note(path, f"has no packages of {_PLATFORM}.")
        return None
    asked: list[Asked] = []
    pip: list[Requirement] = []
    for number, fields in here:
        name, version, at = fields.get("name", ""), fields.get("version", "").strip("'\""), Place(path, number)
        if fields["manager"] == "pip":
            pip.append(Requirement(canonical(name), f"=={version}", at, kind="locked"))
        else:
            asked.append(Asked(f"{name}={version}", CondaSpec(name, f"=={version}"), at))
    return _manifest(path, "conda-lock", asked, tuple(pip))


def _entries(lines: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The entries of every list that is not indented, each with its line."""
    entry: tuple[int, dict[str, str]] | None = None
    for number, line in enumerate(lines, 1):
        first = _FIRST.fullmatch(line)
        if first:
            if entry:
                yield entry
            entry = (number, {first["key"]: first["value"].strip()})
            continue
        field = _FIELD.fullmatch(line)
        if field and entry:
            entry[1][field["key"]] = field["value"].strip()
    if entry:
        yield entry


def _manifest(path: str, form: str, asked: list[Asked], pip: tuple[Requirement, ...]) -> Manifest:
    packages = sorted_out(asked, "locked")
    return Manifest(
        path=path,
        format=form,
        manager="conda",
        requirements=(*packages.requirements, *pip),
        python=packages.python,
        locks=True,
        native=packages.native,
    )
