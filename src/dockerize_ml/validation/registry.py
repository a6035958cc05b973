"""How a function becomes a check, and what every check may look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TypeAlias

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.dockerfile.nodes import Dockerfile
from dockerize_ml.engine.check import Check
from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.project.project import Project
from dockerize_ml.project.reading import read_text
from dockerize_ml.validation import checks


@dataclass(frozen=True)
class Looked:
    """What the project turned out to be."""

    project: Project
    inspection: Inspection


@dataclass(frozen=True)
class Subject:
    """What is checked: the folder, which is the build context, its Dockerfile, and how to look into the project."""

    folder: Path
    dockerfile: Dockerfile
    look: Callable[[], Looked]

    @cached_property
    def looked(self) -> Looked | str:
        """The project, or why there is none to hold the Dockerfile against."""
        try:
            return self.look()
        except ProjectError as error:
            return error.reason

    @cached_property
    def ignore(self) -> Ignore:
        """What stays out of the build context; a Dockerfile's own list goes before the folder's."""
        names = ("Dockerfile.dockerignore", ".dockerignore")
        file = next((self.folder / name for name in names if (self.folder / name).is_file()), None)
        return Ignore.parse(read_text(file, shown=file.name, limit=1_000_000) if file else "")

    def is_sent(self, path: str) -> bool:
        """Whether a path, relative to the folder, is there and gets into the build."""
        return (self.folder / path).exists() and not self.ignore.matches(path)


Checker: TypeAlias = Callable[[Subject], Iterator[Check]]
ProjectChecker: TypeAlias = Callable[[Subject, Looked], Iterator[Check]]

_ORDER = (
    *("syntax", "build_check", "findings", "context", "copied_files", "requirements_file"),
    *("imports", "python_version", "server", "entry", "host", "port"),
)
_known: dict[str, Checker] = {}


def check(function: Checker) -> Checker:
    """Register a check under its module's name."""
    _known[function.__module__] = function
    return function


def project_check(name: str) -> Callable[[ProjectChecker], Checker]:
    """Register a check that needs the project; where there is none, its row ``name`` is skipped with the reason."""

    def registered(function: ProjectChecker) -> Checker:
        @wraps(function)
        def checker(subject: Subject) -> Iterator[Check]:
            looked = subject.looked
            if isinstance(looked, str):
                yield Check(name, "skipped", looked)
                return
            yield from function(subject, looked)

        return check(checker)

    return registered


def all_checks() -> tuple[Checker, ...]:
    """Every check, from the file itself to what it starts."""
    for module in iter_modules(checks.__path__):
        import_module(f"{checks.__name__}.{module.name}")
    order = {f"{checks.__name__}.{name}": at for at, name in enumerate(_ORDER)}
    return tuple(_known[name] for name in sorted(_known, key=lambda name: (order.get(name, len(order)), name)))
