"""A module, a name or a member that the installed version does not have: the newest version that has it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.imports import distributions_of
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy
from dockerize_ml.mending.remedies.other_python import python_with
from dockerize_ml.resolve.history import Symbol

_PACKAGE_FILE = re.compile(r'File "\S*?/site-packages/(?P<path>[^"]+)", line \d+')


@remedy("moved-symbol")
def moved_symbol(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """``cannot import name X from module``, ``module has no attribute X``."""
    module, name = diagnosis.words["module"], diagnosis.words.get("name", "")
    yield from python_with(f"{module}.{name}", situation)
    for distribution in _installed(module, situation):
        yield from with_the_symbol(distribution, module, name, diagnosis, situation)
    # The other way round: the package that asks is too old, or too new, for the one that is asked.
    yield from _asking(diagnosis, situation, module)


@remedy("moved-member")
def moved_member(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """``'DataFrame' object has no attribute 'append'``, with a class of a package that the project requires."""
    owner = diagnosis.words["owner"]
    manifest = situation.inspection.manifest
    required = dict.fromkeys(each.name for each in manifest.requirements) if manifest else {}
    for distribution in (name for name in required if name in situation.installed):
        if situation.history.defines(distribution, situation.installed[distribution], owner):
            yield from older(distribution, Symbol("", diagnosis.words["name"], owner), diagnosis, situation)


def with_the_symbol(
    distribution: str, module: str, name: str, diagnosis: Diagnosis, situation: Situation
) -> Iterator[Change]:
    """The version of a distribution in which a module is there, and a name in it."""
    yield from older(distribution, Symbol(module, name), diagnosis, situation)


def older(distribution: str, symbol: Symbol, diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """The newest version of a distribution that has a symbol which the installed one lacks."""
    found = situation.history.newest_with(distribution, situation.installed[distribution], symbol)
    if found is None:
        return
    told = f"{diagnosis.meaning} {distribution} {found.version} is the newest that has it"
    yield Change("requirements", (f"{_with_extras(distribution, situation)}=={found.version}",), f"{told}.")
    if situation.history.as_of is None or found.uploaded < situation.history.as_of:
        # The code is older than anything else tells: then it is the time of everything else as well.
        yield Change("as-of", (found.uploaded.isoformat(),), f"{told}; the rest is taken from the same time.")


def _with_extras(distribution: str, situation: Situation) -> str:
    manifest = situation.inspection.manifest
    asked = next((each for each in manifest.requirements if each.name == distribution), None) if manifest else None
    return f"{distribution}[{','.join(asked.extras)}]" if asked and asked.extras else distribution


def _installed(module: str, situation: Situation) -> list[str]:
    names = (*distributions_of(module), module.partition(".")[0])
    return [name for name in dict.fromkeys(map(canonical, names)) if name in situation.installed]


def _asking(diagnosis: Diagnosis, situation: Situation, module: str) -> Iterator[Change]:
    """Let the package whose file asks choose among the versions of its own time."""
    files = [PurePosixPath(found["path"]) for found in _PACKAGE_FILE.finditer(diagnosis.text)]
    asking = next((path.parts[0] for path in reversed(files) if path.parts[0] != module.partition(".")[0]), None)
    for distribution in _installed(asking.removesuffix(".py"), situation) if asking else []:
        newest = situation.history.newest(distribution)
        if newest is not None and newest.version != situation.installed[distribution]:
            told = f"{diagnosis.meaning} {distribution}, which asks for it, is not of the same time"
            name = _with_extras(distribution, situation)
            yield Change("requirements", (f"{name}=={newest.version}",), f"{told}.")
