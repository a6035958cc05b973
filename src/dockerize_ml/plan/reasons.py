"""Comments made from evidence, so that none is invented and none goes stale."""

from collections.abc import Iterable
from typing import TypeVar

from dockerize_ml.facts.model import Confidence, Evidence, Fact, SystemPackages

Value = TypeVar("Value")

BUILT_BESIDE = "Its setup.py takes what it requires for granted: it is built beside that."
WITH_ALL = "Its archive is too big to be read beforehand: it brings what it requires, as of that day."
# Evidence about the folder as a whole has no file to point to.
_NO_FILE = frozenset({"", "."})
_DOUBT = {Confidence.CERTAIN: "", Confidence.LIKELY: "", Confidence.GUESS: " (a guess)"}


def because(fact: Fact[Value]) -> str:
    """The strongest evidence of a fact in brackets, with its doubt; empty where there is none."""
    doubt = _DOUBT[fact.confidence]
    if not fact.evidence or fact.evidence[0].path in _NO_FILE:
        return doubt
    return f" ({at(fact.evidence[0])}){doubt}"


def at(evidence: Evidence) -> str:
    """``app.py:12``, or the reason itself where no file proves it."""
    if evidence.path in _NO_FILE:
        return evidence.reason
    return evidence.path if evidence.line is None else f"{evidence.path}:{evidence.line}"


def package_reasons(fact: Fact[SystemPackages], packages: Iterable[str]) -> tuple[str, ...]:
    """Why each of the Debian packages is there, from the evidence that names it."""
    wanted = frozenset(packages)
    return tuple(
        f"{evidence.reason} ({at(evidence)})" if evidence.path not in _NO_FILE else evidence.reason
        for evidence in fact.evidence
        if wanted & frozenset(evidence.reason.replace(":", " ").replace(",", " ").split())
    )


def listed(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
