"""One requirement of a project, whatever file it was read from."""

from dataclasses import dataclass, field
from typing import Literal

from dockerize_ml.project.place import Place


@dataclass(frozen=True, slots=True)
class Requirement:
    """A distribution that the project asks for.

    Attributes:
        name: normalised as PEP 503 has it (``scikit-learn``); empty for a local path or URL that does not tell it.
        specifier: as PEP 440 has it, with nothing around (``>=1.0,<2``, ``==1.2.3``); empty for any version.
        at: the file and line that ask for it.
        extras: normalised, sorted.
        marker: the environment marker, or empty.
        url: a direct reference: ``git+https://…@ref``, a URL, or a path relative to the project; or empty. Credentials
            in it are masked. The specifier then is what the file's name tells.
        editable: ``-e``.
        hashes: ``sha256:…``, as the file gives them.
        group: the extra or dependency group that it belongs to; empty for what is always needed.
        kind: ``declared`` in a manifest, ``locked`` in a lock file, ``imported`` when only the source tells.
        conda: the line as conda reads it (``conda-forge::lightgbm=3.2``); empty for what pip installs.
    """

    name: str
    specifier: str
    at: Place
    extras: tuple[str, ...] = ()
    marker: str = ""
    url: str = ""
    editable: bool = False
    hashes: tuple[str, ...] = ()
    group: str = ""
    kind: Literal["declared", "locked", "imported"] = "declared"
    conda: str = ""

    @property
    def version(self) -> str | None:
        """The version where the requirement leaves only one."""
        version = self.specifier.removeprefix("==")
        is_exact = self.specifier.startswith("==") and not set(version) & set(",*<>=!~")
        return version if is_exact else None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A line of a manifest that cannot be installed on Linux from an index, and why; it is left out of the image.

    Attributes:
        line: the whole line of the file, where it is more than ``text``.
    """

    text: str
    at: Place
    reason: str
    replacement: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class FromSource:
    """Requirements of a lock that have no wheel.

    Attributes:
        names: normalised.
        tools_of: the day whose build tools are meant, as ``2021-05-03``.
        native: those that need a compiler.
        openmp: those that load GCC's library for several processors.
        in_place: those that are built beside what they require.
        whole: those that bring what they require, which the lock does not have.
    """

    names: frozenset[str]
    tools_of: str
    native: frozenset[str]
    openmp: frozenset[str] = frozenset()
    in_place: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Manifest:
    """One dependency file and what it says.

    Attributes:
        path: posix path relative to the project's root.
        format: the reader's name: ``requirements``, ``pyproject``, ``poetry``, ``uv-lock``, ``conda``, …
        manager: which tool installs from it.
        requirements: in the file's order, those of included files at the place of the include; what replaces an
            unusable line is among them, at that line.
        unusable: lines that cannot be installed.
        python: the interpreter's constraint as a PEP 440 specifier and its place, where the file has one.
        includes: every file that installing needs beside ``path`` (``-r``, ``-c``, local packages, the lock file).
        scripts: console scripts: name → ``module:object``.
        options: installer options in force (``--index-url``, ``--extra-index-url``, ``--find-links``, ``--pre``, …).
        locks: whether every version is exact.
        from_source: which of them have no wheel, where the file tells.
        native: packages that only conda has (``cudatoolkit``, ``r-base``), which pip cannot install.
        foreign_build: the first line that names a build of a package for another system, where one does.
        variables: what the environment sets when it is activated.
    """

    path: str
    format: str
    manager: Literal["pip", "uv", "poetry", "pdm", "pipenv", "conda", "setuptools", "none"]
    requirements: tuple[Requirement, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    python: tuple[str, Place] | None = None
    includes: tuple[str, ...] = ()
    scripts: dict[str, str] = field(default_factory=dict)
    options: tuple[tuple[str, str], ...] = ()
    locks: bool = False
    native: tuple[Requirement, ...] = ()
    from_source: FromSource | None = None
    foreign_build: Place | None = None
    variables: tuple[tuple[str, str], ...] = ()
