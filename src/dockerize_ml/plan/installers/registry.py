"""How a function becomes an installer, and what it may look at."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from pkgutil import iter_modules
from typing import NamedTuple, TypeAlias

from dockerize_ml.config import Settings
from dockerize_ml.facts.model import Facts
from dockerize_ml.facts.outside import OwnPackage
from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.manifests.wheel import read_archive_name
from dockerize_ml.plan import installers
from dockerize_ml.plan.model import Step

SOURCE = "/app"
VENV = "/opt/venv"
# The first Python whose setuptools makes links that uv can install: 64, https://peps.python.org/pep-0660/
_EDITABLE = (3, 7)
# Of a project whose version is in its history only.
NO_VERSION = "0.0.0"
# These read files of their own, whatever format the project's main file has.
_OWN_FILES = frozenset({"uv", "poetry", "pdm", "pipenv", "conda"})


class Dated(NamedTuple):
    """A day that nothing which is installed may be newer than, and why, as a comment; None where any is welcome."""

    day: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be installed.

    Attributes:
        manifest: the file that asks for it.
        facts: of the project.
        settings: the user's.
        added: requirements of our own on top.
        locked: what the user's own lock has for the program.
        package: the project itself as a package; None where nothing builds one.
        newest: the day that nothing may be newer than that is installed without a lock; empty where any is welcome.
    """

    manifest: Manifest
    facts: Facts
    settings: Settings
    added: tuple[str, ...]
    locked: tuple[Requirement, ...] = ()
    package: OwnPackage | None = None
    newest: str = ""

    @property
    def folder(self) -> str:
        """The manifest's folder, ``.`` for the root."""
        return str(PurePosixPath(self.manifest.path).parent)

    @property
    def workdir(self) -> str:
        """The folder of the build stage that the manifest is copied to."""
        return str(PurePosixPath(SOURCE) / self.folder)

    def dated(self, program: str) -> Dated:
        """The day that a program is to be told, and the reason; pip cannot be told what there was on another day."""
        if not self.newest or program != "uv":
            return Dated()
        return Dated(self.newest, (f"As of {self.newest}, the project's own time, since no lock could be made.",))

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that installing needs, the manifest first."""
        return (self.manifest.path, *self.manifest.includes)

    @property
    def folders(self) -> frozenset[str]:
        """Those of them that are folders: packages of the project, and wheels."""
        local = {each.url for each in self.manifest.requirements if not read_archive_name(PurePosixPath(each.url).name)}
        links = {posixpath.normpath(value) for name, value in self.manifest.options if name == "--find-links"}
        return frozenset(self.files) & (local | links) - {"."}

    @property
    def is_compiled(self) -> bool:
        """Whether the project itself has to be compiled, in its folder."""
        return self.package is not None and self.package.compiled is not None

    @property
    def left_behind(self) -> str:
        """A file that the project would lose anywhere but in its folder, where it can be left in that; or empty."""
        package, python = self.package, self.facts.python.value
        if package is None or package.folder != "." or package.tools_of or self.is_compiled:
            return ""
        return package.left_behind if python is not None and minor_key(python) >= _EDITABLE else ""

    @property
    def version(self) -> tuple[tuple[str, str], ...]:
        """The variable that tells a version to what builds the project itself, where its history would have to."""
        return ((self.package.version_variable, NO_VERSION),) if self.package and self.package.version_variable else ()

    def has(self, name: str) -> bool:
        """Whether a file of that name is among them."""
        return any(PurePosixPath(file).name == name for file in self.files)


Installer: TypeAlias = Callable[[Job], Iterator[Step]]

_known: dict[str, Installer] = {}


def installer(*names: str) -> Callable[[Installer], Installer]:
    """Register an installer for managers (``uv``, ``poetry``) and formats (``requirements``, ``imports``)."""

    def register(function: Installer) -> Installer:
        _known.update(dict.fromkeys(names, function))
        return function

    return register


def installer_for(manifest: Manifest) -> Installer:
    """The installer of a manifest's format, else of its manager.

    Raises:
        KeyError: nobody installs it; a bug of ours.
    """
    known = _all()
    if manifest.manager in _OWN_FILES:
        return known[manifest.manager]
    return known.get(manifest.format) or known[manifest.manager]


@cache
def _all() -> dict[str, Installer]:
    for module in iter_modules(installers.__path__):
        import_module(f"{installers.__name__}.{module.name}")
    return _known
