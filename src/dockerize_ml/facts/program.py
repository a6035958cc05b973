"""A program found in the project: something that could be started in a container."""

from dataclasses import dataclass
from typing import Literal

from dockerize_ml.facts.model import Confidence, Evidence, Kind
from dockerize_ml.project.place import Place

# Stands for the port among a program's arguments: the user, or a platform, may want another than the code says.
PORT = "{port}"
EVERY_INTERFACE = "0.0.0.0"  # noqa: S104 - a container that listens on 127.0.0.1 answers nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Something that speaks for a program (positive points) or against it, as a user can read it."""

    points: int
    text: str


# So much speaks against what belongs to another program, whatever speaks for it.
_AGAINST = -25


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Something of the project that can be started, and all that was found out about it.

    Attributes:
        name: how the user picks it among several: ``api``, ``worker``, ``dashboard``.
        framework: as on PyPI in lower case, else ``script`` or ``library``.
        entrypoint: ``module:object``, ``module:factory()``, a path, or a console script's name. Modules and paths are
            as seen from ``workdir``, the folder in which the program is started.
        workdir: relative to the project's root, ``.`` for the root itself.
        file: the file that holds the entrypoint, relative to the project's root.
        line: where in it, from 1.
        import_roots: folders (relative to the project's root) besides ``workdir`` that its imports need on the path.
        called: what it is started by where its file does not do: the module for ``python -m``, since ``from . import
            data`` works in a package only; the spider for ``scrapy crawl``. Else empty.
        arguments: what has to be typed behind its command so that it serves: ``serve --host 0.0.0.0``.
        asks: what it refuses to start without, each with the place that says so; only whoever runs it knows the value.
        folders: those that its arguments name because it does not start without, each with the option that asks for it.
        interface: how a server calls an object of no framework; empty for any other.
        port: what the code, the project's own words or the framework's default say; None where nothing listens.
        host: the address that the code binds to: the one that it says, or what its call takes by itself.
        host_variable: the variable that tells the call another one, where the code says none.
        before: the command that makes its tables before it serves, where running its file, or its author, does that.
        before_because: where that stands.
        because: what shows that it is this framework's program.
        reasons: what was weighed when it was ranked, the weightiest first.
    """

    name: str = ""
    kind: Kind
    framework: str
    entrypoint: str
    workdir: str = "."
    file: str
    line: int | None = None
    import_roots: tuple[str, ...] = ()
    called: str = ""
    arguments: tuple[str, ...] = ()
    asks: tuple[Evidence, ...] = ()
    folders: tuple[tuple[str, Evidence], ...] = ()
    interface: Literal["", "wsgi", "asgi"] = ""
    port: int | None = None
    port_confidence: Confidence = Confidence.GUESS
    port_because: tuple[Evidence, ...] = ()
    host: str | None = None
    host_because: tuple[Evidence, ...] = ()
    host_variable: str = ""
    before: tuple[str, ...] = ()
    before_because: tuple[Evidence, ...] = ()
    health_path: str | None = None
    health_because: tuple[Evidence, ...] = ()
    because: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def score(self) -> int:
        """The sum of all points."""
        return sum(reason.points for reason in self.reasons)

    @property
    def is_part(self) -> bool:
        """Whether it is hardly a program of its own: a page of another file, ``manage.py``, a module, a library."""
        return self.kind == "library" or self.score < 0 or any(each.points <= _AGAINST for each in self.reasons)

    @property
    def folders_given(self) -> tuple[str, ...]:
        """The folders that its arguments name."""
        return tuple(folder for folder, _ in self.folders)

    def beside(self, name: str) -> str:
        """The path, from the project's root, of what is called so as seen from ``workdir``."""
        return name if self.workdir == "." else f"{self.workdir}/{name}"

    @property
    def where(self) -> str:
        """The entrypoint with its folder, as a user would name it."""
        return self.entrypoint if self.workdir == "." else f"{self.entrypoint} in {self.workdir}"


def evidence(place: Place, reason: str) -> Evidence:
    """What ``place`` shows."""
    return Evidence(path=place.path, line=place.line, reason=reason)
