"""Facts about a project: a value, the places that prove it, how sure we are, and what lost."""

from enum import StrEnum
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

Value = TypeVar("Value")


class Frozen(BaseModel):
    """A value that cannot be changed and prints as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Confidence(StrEnum):
    """How sure a fact is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


class Evidence(Frozen):
    """A place that proves something: the file, the line from 1 (None for the whole file), and what it says there."""

    path: str
    line: int | None = None
    reason: str


class Alternative(Frozen, Generic[Value]):
    """A value that was considered and lost, and why."""

    value: Value
    reason: str


class Fact(Frozen, Generic[Value]):
    """One fact. A value that could not be found is None and the evidence says what was looked for; never invented."""

    value: Value | None = None
    confidence: Confidence = Confidence.GUESS
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative[Value], ...] = ()


Kind = Literal["web", "worker", "job", "notebook", "library"]
Manager = Literal["pip", "uv", "poetry", "pdm", "pipenv", "conda", "setuptools", "none"]


class SystemPackages(Frozen):
    """Debian packages that the dependencies need, for building them and for running."""

    build: tuple[str, ...] = ()
    runtime: tuple[str, ...] = ()


class Facts(Frozen):
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
