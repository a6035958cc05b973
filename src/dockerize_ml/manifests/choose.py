"""Settle which of several dependency files a deployment installs from.

Asked in this order; the first answer that differs decides, and is the reason that the loser is told:

0. A lock of our own in the root: it was made for this program, from the file that would have won without it.
1. Purpose. A list for developers, tests or documentation loses to any other.
2. Content. A file that asks for nothing loses to one that does.
3. Place. The program's own folder, then those above it, then those below, the nearest first.
4. Format, by these weights, because of what the author must have meant:
    - 10  a manifest with its lock file, and conda-lock's: somebody runs that tool, and what it locked is what worked.
    - 20  ``pyproject.toml`` of Poetry, uv or PDM without a lock; a requirements file beside it is an export.
    - 25  conda where it brings what no index of Python has.
    - 30  a requirements file: what most authors of Dockerfiles install from.
    - 35  plain ``pyproject.toml``, ``setup.cfg`` or ``setup.py``; 28 where the requirements file lacks most of it.
    - 40  ``Pipfile`` without a lock, 45 conda, 50 lock files without their manifest. Conda has 29 where the
      requirements file lacks most of it, 33 where it installs the package beside it; a list of addresses has 44.
    - 60  what ML tools declare; 70 a script's own metadata; 90 the imports.
5. Name. ``requirements/production.txt`` before ``requirements/base.txt`` before ``requirements/old.txt``, a compiled
   ``.txt`` before its ``.in``.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from dockerize_ml.manifests.conda_names import is_only_in_conda
from dockerize_ml.manifests.purpose import purpose_of
from dockerize_ml.manifests.registry import readers
from dockerize_ml.manifests.requirement import Manifest, Requirement

_MANAGED = frozenset({"poetry", "uv", "pdm", "pipenv"})
_PLAIN = frozenset({"pyproject", "setup-cfg", "setup-py"})
_WEIGHTS = {
    "conda-lock": 10,
    "requirements": 30,
    "pipfile": 40,
    "conda-explicit": 44,
    "conda": 45,
    "script": 70,
    "imports": 90,
}
_LONG = 60
# ``conda-lock --kind explicit`` names its files so.
_CONDA_LOCKED = re.compile(r"(?:^|/)conda-linux-64\.lock$")
_SUFFIXES = {"txt": 0, "lock": 1, "in": 2}


class Loser(NamedTuple):
    """A dependency file that is not installed from, and why."""

    manifest: Manifest
    reason: str


class Choice(NamedTuple):
    """The file to install from, None where there is none, and the others."""

    winner: Manifest | None
    losers: tuple[Loser, ...]


class _Rank(NamedTuple):
    is_not_our_lock: bool
    is_development: bool
    is_empty: bool
    distance: tuple[int, int]
    weight: int
    purpose: int
    suffix: int
    path: str


def choose(manifests: Iterable[Manifest], folder: str = ".") -> Choice:
    """Settle what a program in this folder is installed from."""
    known = tuple(manifests)
    ranks = {id(manifest): _rank(manifest, known, "" if folder == "." else folder) for manifest in known}
    included = {path: manifest for manifest in known for path in _completed_by(manifest, ranks[id(manifest)])}
    rivals = sorted((one for one in known if one.path not in included), key=lambda one: ranks[id(one)])
    if not rivals:
        return Choice(None, ())
    winner = rivals[0]
    lost = (Loser(one, _reason(winner, one, ranks[id(winner)], ranks[id(one)])) for one in rivals[1:])
    parts = (
        Loser(one, f"`{included[one.path].path}` includes it.")
        for one in known
        if one.path in included and one.path not in winner.includes
    )
    return Choice(_completed(winner, known), (*lost, *parts))


def _completed_by(manifest: Manifest, rank: _Rank) -> tuple[str, ...]:
    """The files that speak only through this one: those of ``-r`` and locks. A developers' list takes nothing away."""
    if rank.is_development:
        return ()
    paths = (path for path in manifest.includes if path != manifest.path)
    return tuple(path for path in paths if manifest.format == "requirements" or path.endswith(".lock"))


def _rank(manifest: Manifest, known: tuple[Manifest, ...], folder: str) -> _Rank:
    purpose = purpose_of(manifest.path, folder)
    siblings = [one for one in known if _home(one.path) == _home(manifest.path) and one is not manifest]
    return _Rank(
        manifest.format != "lock" or "/" in manifest.path,
        purpose.is_development,
        not (manifest.requirements or manifest.native),
        _distance(_home(manifest.path), folder),
        _weight(manifest, siblings),
        purpose.rank,
        _SUFFIXES.get(manifest.path.rpartition(".")[2], 0),
        manifest.path,
    )


def _weight(manifest: Manifest, siblings: list[Manifest]) -> int:
    if manifest.format in readers() and readers()[manifest.format].is_lock:
        return 50
    if manifest.manager in _MANAGED and manifest.format not in {"script", "pipfile"}:
        return 10 if manifest.locks else 20
    if manifest.format == "pipfile" and manifest.locks:
        return 10
    if manifest.manager == "conda":
        return _weight_of_conda(manifest, siblings)
    if manifest.format in _PLAIN:
        return 28 if _is_missing_in_lists(manifest, siblings) else 35
    return _WEIGHTS.get(manifest.format, 60)


def _weight_of_conda(manifest: Manifest, siblings: list[Manifest]) -> int:
    if manifest.format != "conda":
        return 10 if _CONDA_LOCKED.search(manifest.path) else _WEIGHTS[manifest.format]
    if any(is_only_in_conda(one.name) for one in manifest.native):
        return 25
    # An export lists what its packages drag in as well, so it always has more than what the author wrote elsewhere.
    if manifest.locks or len(manifest.requirements) > _LONG:
        return 45
    return 29 if _is_missing_in_lists(manifest, siblings) else 33 if _installs(manifest, _home(manifest.path)) else 45


def _installs(manifest: Manifest, folder: str) -> bool:
    """Whether it installs the package in its own folder, as ``pip: [-e .]`` does."""
    return any(one.url == (folder or ".") for one in manifest.requirements)


def _is_missing_in_lists(manifest: Manifest, siblings: list[Manifest]) -> bool:
    """Whether the requirements files beside it lack most of what a package declares, and do not install the package."""
    declared = {one.name for one in manifest.requirements if one.name and not one.group}
    lists = [one for one in siblings if one.format == "requirements" and not purpose_of(one.path).is_development]
    listed = [one for sibling in lists for one in sibling.requirements]
    if not declared or not listed or any(one.url == (_home(manifest.path) or ".") for one in listed):
        return False
    return 2 * len(declared & {one.name for one in listed}) < len(declared)


def _home(path: str) -> str:
    """The folder that a file speaks for: ``requirements/prod.txt`` speaks for the folder above."""
    folder = path.rpartition("/")[0]
    parent, _, name = folder.rpartition("/")
    return parent if name in {"requirements", "requirement", "reqs", "conda", "envs"} else folder


def _distance(home: str, folder: str) -> tuple[int, int]:
    """How far a manifest's folder is: none for the program's own, then upward, then downward and sideways."""
    if home == folder:
        return 0, 0
    if not home or folder.startswith(f"{home}/"):
        return 1, folder.count("/") - home.count("/") + (not home)
    is_below = not folder or home.startswith(f"{folder}/")
    return (2 if is_below else 3), home.count("/")


def _completed(winner: Manifest, known: tuple[Manifest, ...]) -> Manifest:
    """The winner with what a Hugging Face Space installs unasked: the SDK that its front matter names, in that version.

    A lock of our own is complete; it only does not know the commands that the project itself declares.
    """
    if winner.format == "lock":
        scripts = {name: made for one in known if not one.path.count("/") for name, made in one.scripts.items()}
        return replace(winner, scripts=scripts)
    spaces = [one for one in known if one.format == "space" and _home(one.path) == _home(winner.path)]
    unasked = {sdk.name: sdk for one in spaces if one is not winner for sdk in one.requirements}
    asked = tuple(_of_the_space(each, unasked.pop(each.name, None)) for each in winner.requirements)
    return replace(winner, requirements=(*asked, *unasked.values()))


def _of_the_space(requirement: Requirement, sdk: Requirement | None) -> Requirement:
    """The requirement in the version that the Space has, where it leaves every version open."""
    is_open = sdk is not None and sdk.specifier and not (requirement.specifier or requirement.url)
    return replace(requirement, specifier=sdk.specifier, at=sdk.at) if sdk and is_open else requirement


def _reason(winner: Manifest, loser: Manifest, won: _Rank, lost: _Rank) -> str:
    """Why one file lost to the other: the first question that they answer differently."""
    if won.is_not_our_lock != lost.is_not_our_lock:
        return f"`{winner.path}` was made from the project's own requirements."
    if won.is_development != lost.is_development:
        return f"{_sentence(purpose_of(loser.path).why)}."
    if won.is_empty != lost.is_empty:
        return "It asks for nothing."
    if won.distance != lost.distance:
        return f"`{winner.path}` is nearer to the program."
    if won.weight != lost.weight:
        return _why_format(winner)
    why = purpose_of(loser.path).why or purpose_of(winner.path).why
    return f"{_sentence(why)}." if why and won.purpose != lost.purpose else f"`{winner.path}` comes first."


def _why_format(winner: Manifest) -> str:
    if winner.manager == "conda" and winner.locks and winner.format != "conda":
        return f"`{winner.path}` locks what conda installs."
    locks = [path for path in winner.includes if path.endswith(".lock")]
    if winner.manager in _MANAGED and locks:
        return f"`{locks[0]}` says that {winner.manager} installs this project."
    if winner.manager in _MANAGED:
        return f"`{winner.path}` is written for {winner.manager}."
    only = next((one.name for one in winner.native if is_only_in_conda(one.name)), None)
    if only:
        return f"`{winner.path}` asks for `{only}`, which only conda has."
    return f"`{winner.path}` is what most people install such a project from."


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:]
