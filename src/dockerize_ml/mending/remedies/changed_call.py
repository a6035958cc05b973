"""An argument that a function of the installed version does not take: the newest version in which it does."""

import re
from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.imports import distributions_of
from dockerize_ml.manifests.names import canonical
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy
from dockerize_ml.mending.remedies.moved_symbol import older
from dockerize_ml.mending.trouble import places_reached
from dockerize_ml.resolve.history import Symbol

_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+(?P<module>\w+)", re.MULTILINE)
_MAKES = "__init__"


@remedy("changed-call")
def changed_call(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """Of a package that the calling file imports, where that defines what is called."""
    name, argument = diagnosis.words["name"], diagnosis.words["argument"]
    owner = diagnosis.words["owner"] or (_called(diagnosis.text, argument) if name == _MAKES else "")
    if name == _MAKES and not owner:
        return
    history, installed = situation.history, situation.installed
    for distribution in _imported(diagnosis, situation):
        version = installed[distribution]
        if history.defines(distribution, version, owner) if owner else history.calls(distribution, version, name):
            yield from older(distribution, Symbol("", name, owner, argument), diagnosis, situation)


def _called(log: str, argument: str) -> str:
    """The class that the last line of source which names the argument makes; before Python 3.10 only that tells it."""
    calls = re.findall(rf"\b([A-Z]\w*)\([^\n]*\b{re.escape(argument)}[ ]*=", log)
    return calls[-1] if calls else ""


def _imported(diagnosis: Diagnosis, situation: Situation) -> Iterator[str]:
    """The installed distributions that the project's calling file imports."""
    place = next(reversed(places_reached(diagnosis.text)), None)
    if place is None or not situation.project.exists(place[0]):
        return
    modules = dict.fromkeys(_IMPORT.findall(situation.project.text(place[0])))
    for module in modules:
        names = dict.fromkeys(map(canonical, (*distributions_of(module), module)))
        yield from (name for name in names if name in situation.installed)
