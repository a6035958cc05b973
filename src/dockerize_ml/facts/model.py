"""Facts about a project: a value, the places that prove it, how sure we are, and what lost."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, TypeVar

Value = TypeVar("Value")


class Confidence(StrEnum):
    """How sure a fact is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place that proves something: the file, the line from 1 (None for the whole file), and what it says there."""

    path: str
    line: int | None = None
    reason: str


# Without slots: Python 3.11 cannot call a frozen generic class that has them by ``Fact[int](…)``.
@dataclass(frozen=True, kw_only=True)
class Alternative(Generic[Value]):
    """A value that was considered and lost, and why."""

    value: Value
    reason: str


@dataclass(frozen=True, kw_only=True)
class Fact(Generic[Value]):
    """One fact. A value that could not be found is None and the evidence says what was looked for; never invented."""

    value: Value | None = None
    confidence: Confidence = Confidence.GUESS
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative[Value], ...] = ()


Kind = Literal["web", "worker", "job", "notebook", "library"]
Manager = Literal["pip", "uv", "poetry", "pdm", "pipenv", "conda", "setuptools", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemPackages:
    """Debian packages that the dependencies need, for building them and for running."""

    build: tuple[str, ...] = ()
    runtime: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is known of a project; the field names and values are the contract of ``inspect --format json``.

    Attributes:
        entrypoint: ``module:object`` for an ASGI or WSGI object, ``module:factory()`` for a factory, a path for a
            script, a notebook or a Streamlit-like app, a console script's name for a command-line program.
        workdir: the folder the program has to be started in, ``.`` for the root.
        port: None where nothing listens.
        python: the minor version, ``3.12``.
        environment: the variables that the program reads.
        as_of: the day whose versions the requirements mean, ``2021-05-03``; None for those of today.
    """

    kind: Fact[Kind]
    framework: Fact[str]
    entrypoint: Fact[str]
    workdir: Fact[str]
    port: Fact[int]
    health_path: Fact[str]
    python: Fact[str]
    manager: Fact[Manager]
    manifest: Fact[str]
    system_packages: Fact[SystemPackages]
    accelerator: Fact[Literal["cpu", "cuda"]]
    models: Fact[tuple[str, ...]]
    environment: Fact[tuple[str, ...]]
    as_of: Fact[str] = Fact()
