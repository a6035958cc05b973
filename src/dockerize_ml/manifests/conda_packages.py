"""Sort what a file of conda asks for: what pip could install, what only conda has, and what Linux cannot have."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from dockerize_ml.manifests.conda_names import distribution_for, why_not_linux
from dockerize_ml.manifests.conda_spec import CondaSpec
from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.project.place import Place

_ELSEWHERE = "Its line says that it is for another system."


class Asked(NamedTuple):
    """A line that asks for a package.

    Attributes:
        line: the whole line of the file where it holds nothing but this package, else empty.
        is_elsewhere: whether the line says that it counts on another system only.
    """

    text: str
    spec: CondaSpec
    at: Place
    line: str = ""
    is_elsewhere: bool = False


class Sorted(NamedTuple):
    """What a file of conda asks for; ``native`` has no counterpart that pip could install."""

    requirements: tuple[Requirement, ...]
    native: tuple[Requirement, ...]
    unusable: tuple[Unusable, ...]
    python: tuple[str, Place] | None


def sorted_out(asked: Iterable[Asked], kind: Literal["declared", "locked"] = "declared") -> Sorted:
    """Sort the lines of a file; Python itself and pip are no requirements."""
    lines = tuple(asked)
    here = [each for each in lines if _why_not(each) is None]
    return Sorted(
        requirements=tuple(_requirements(here, kind)),
        native=tuple(_native(here, kind)),
        unusable=tuple(Unusable(each.text, each.at, _why_not(each) or "", line=each.line) for each in _left_out(lines)),
        python=next(
            ((each.spec.specifier, each.at) for each in here if each.spec.name == "python" and each.spec.specifier),
            None,
        ),
    )


def _why_not(asked: Asked) -> str | None:
    return _ELSEWHERE if asked.is_elsewhere else why_not_linux(asked.spec.name)


def _left_out(lines: tuple[Asked, ...]) -> Iterator[Asked]:
    """What only a line of its own lets leave out."""
    yield from (each for each in lines if each.line and _why_not(each) is not None)


def _requirements(lines: list[Asked], kind: Literal["declared", "locked"]) -> Iterator[Requirement]:
    for text, spec, at, *_ in lines:
        name = distribution_for(spec.name)
        if name and name not in {"python", "pip"}:
            yield Requirement(name, spec.specifier, at, kind=kind, conda=text)


def _native(lines: list[Asked], kind: Literal["declared", "locked"]) -> Iterator[Requirement]:
    for text, spec, at, *_ in lines:
        if distribution_for(spec.name) is None:
            yield Requirement(spec.name.lower(), spec.specifier, at, kind=kind, conda=text)
