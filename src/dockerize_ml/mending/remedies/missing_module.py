"""A module that is not installed: the distribution that brings it."""

from collections.abc import Iterator

from packaging.requirements import InvalidRequirement, Requirement

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.imports import distributions_of
from dockerize_ml.knowledge.pruning import is_left_out
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy
from dockerize_ml.mending.remedies.moved_symbol import with_the_symbol
from dockerize_ml.mending.remedies.other_python import python_with


@remedy("missing-module")
def missing_module(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """What brings it; where that is installed already, a version of it that still has the module."""
    module = diagnosis.words["module"]
    yield from python_with(module, situation)
    top = module.partition(".")[0]
    brings = tuple(map(canonical, distributions_of(module)))
    present = next((each for each in (*brings, canonical(top)) if each in situation.installed), None)
    if present is not None and is_left_out(module.split(".")):
        yield Change(
            "drop", (), f"{diagnosis.meaning} What no program needs is left out of the packages, and this one needs it."
        )
    if present is not None:
        yield from with_the_symbol(present, module, "", diagnosis, situation)
        return
    if situation.history.exists(brings[0] if brings else ""):
        yield Change("requirements", brings[:1], diagnosis.meaning)


@remedy("asked-for")
def asked_for(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """What the program's own words ask for: ``pip install openpyxl``."""
    word = diagnosis.words["wanted"].strip("`'\".,;:)")
    try:
        wanted = Requirement(word)
    except InvalidRequirement:
        return
    name = canonical(wanted.name)
    if (name in situation.installed and not wanted.extras and not wanted.specifier) or wanted.url:
        return
    if situation.history.exists(name):
        yield Change("requirements", (word,), diagnosis.meaning)
