"""How a function becomes a remedy, and what every remedy may look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeAlias

from dockerize_ml.engine.diagnosis import Diagnosis, diagnoses
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.mending import remedies
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.trouble import Trouble
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.history import History


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the trouble is.

    Attributes:
        project: its files.
        inspection: what was found in it.
        installed: the distributions in the image and their versions; nothing where it was not built.
        history: what earlier and later versions of a distribution hold.
    """

    project: Project
    inspection: Inspection
    installed: Mapping[str, str]
    history: History

    @property
    def python(self) -> str:
        """The image's minor version."""
        return self.inspection.facts.python.value or ""


Remedy: TypeAlias = Callable[[Diagnosis, Situation], Iterator[Change]]

_known: dict[str, Remedy] = {}


def remedy(kind: str) -> Callable[[Remedy], Remedy]:
    """Register a remedy for the failures whose row names this kind under ``mends``."""

    def register(function: Remedy) -> Remedy:
        _known[kind] = function
        return function

    return register


def changes_for(trouble: Trouble, situation: Situation) -> Iterator[Change]:
    """What could mend it, the likeliest first."""
    found = [*diagnoses(trouble.when, trouble.log)]
    if trouble.log.endswith(trouble.reason):
        # What was waited for in vain, told in our own words, comes before what the program tells besides.
        found = [*diagnoses(trouble.when, trouble.reason), *found]
    seen: set[Change] = set()
    for each in found:
        for change in _remedy_of(each)(each, situation):
            if change not in seen:
                seen.add(change)
                yield change


def _remedy_of(diagnosis: Diagnosis) -> Remedy:
    return all_remedies().get(diagnosis.failure.mends, _nothing)


def _nothing(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:  # noqa: ARG001 - a remedy's shape
    """A failure that nothing mends."""
    yield from ()


@cache
def all_remedies() -> Mapping[str, Remedy]:
    """Every remedy by its kind."""
    for module in iter_modules(remedies.__path__):
        import_module(f"{remedies.__name__}.{module.name}")
    return _known
