"""What an old Python has to do without: uv, and images on the Debian of today."""

from dockerize_ml.config import Settings
from dockerize_ml.errors import ProjectError
from dockerize_ml.facts.model import Fact
from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.knowledge.pythons import minor_key, python


def within_its_means(fact: Fact[str], settings: Settings) -> Settings:
    """The settings with what there is for this version of Python.

    Raises:
        ProjectError: it is Python 2, for which nothing that an image needs is kept any more.
    """
    known = python(fact.value or "")
    if known is None:
        return settings
    if known.key < (3, 0):
        raise _ended(fact)
    changed: dict[str, str] = {}
    if known.slim and settings.debian not in known.slim:
        changed["debian"] = known.slim[0]
    oldest = build_tool("uv").oldest_python
    if oldest and known.key < minor_key(oldest):
        changed["installer"] = "pip"
    return settings.model_copy(update=changed)


def _ended(fact: Fact[str]) -> ProjectError:
    shown = fact.evidence[0] if fact.evidence else None
    return ProjectError(
        path=shown.path if shown else None,
        line=shown.line if shown else None,
        reason="The program is written for Python 2, which ended in January 2020: what an image of it needs is gone.",
        hint="Port it to Python 3 (`2to3 --write .` does most of it), then run this again.",
    )
