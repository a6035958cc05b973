"""What the chosen program tells: kind, framework, entrypoint, folder, port and health path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.claim import FactName
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

_CLEAR = 25
_NARROW = 8


@detector
def program(survey: Survey) -> Iterator[Claim]:
    """The program on top of the ranking, and the others as the ones that lost."""
    if survey.program is None:
        yield from _nothing_found()
        return
    best = dict(_values(survey.program))
    for position, found in enumerate(survey.programs):
        because = found.because if position == 0 else ()
        loses = _why_lost(found, survey.program)
        for fact, value in _values(found):
            # A library has no entrypoint, and what lost to it is none either.
            if value and (fact != "entrypoint" or survey.program.entrypoint):
                yield Claim(fact, value, _how_sure(survey, fact, best[fact]), because, -position, loses)
    if not survey.program.entrypoint:
        yield Claim("entrypoint", None, _how_sure(survey, "entrypoint", ""), survey.program.because)
    yield from _port(survey.program)
    yield from _health(survey.program)


def _values(found: Program) -> Iterator[tuple[FactName, str]]:
    yield "kind", found.kind
    yield "framework", found.framework
    yield "entrypoint", found.entrypoint
    yield "workdir", found.workdir


def _how_sure(survey: Survey, fact: FactName, value: str) -> Confidence:
    """Certain when what comes next and says otherwise is far behind, a guess when it is close."""
    if survey.is_picked:
        return Confidence.CERTAIN
    best, *others = survey.programs
    if best.framework == "script" and best.score < 0:
        return Confidence.GUESS
    rivals = (other for other in others if dict(_values(other))[fact] != value and not _is_same(survey, best, other))
    rival = next(rivals, None)
    if rival is None:
        return Confidence.CERTAIN if best.kind in {"web", "worker"} else Confidence.LIKELY
    ahead = best.score - rival.score
    if ahead >= _CLEAR:
        return Confidence.CERTAIN
    return Confidence.LIKELY if ahead >= _NARROW else Confidence.GUESS


def _is_same(survey: Survey, best: Program, other: Program) -> bool:
    """Whether the other is the same application by another name: in the same file, or in one that imports it."""
    if other.file == best.file:
        return True
    if other.framework not in {best.framework, "script"}:
        return False
    return other.file in survey.source.reachable(best.file) or best.file in survey.source.reachable(other.file)


def _why_lost(loser: Program, winner: Program) -> str:
    against = [reason.text for reason in loser.reasons if reason.points < 0]
    theirs = {reason.text for reason in loser.reasons}
    ahead = [reason.text for reason in winner.reasons if reason.points > 0 and reason.text not in theirs]
    told = against[:2] or [
        f"`{winner.where}` is {text}" if text.startswith("at ") else f"`{winner.where}`: {text}" for text in ahead[:2]
    ]
    return "; ".join(told) or f"`{winner.where}` comes first"


def _port(found: Program) -> Iterator[Claim]:
    if found.port is None:
        yield Claim(
            "port", None, Confidence.CERTAIN, (Evidence(path=found.file, reason="nothing in the program listens"),)
        )
        return
    because = found.port_because or (Evidence(path=found.file, reason=f"the default port of {found.framework}"),)
    yield Claim("port", found.port, found.port_confidence, because)


def _health(found: Program) -> Iterator[Claim]:
    if found.health_path is None:
        yield Claim(
            "health_path", None, Confidence.GUESS, (Evidence(path=found.file, reason="no route to probe was found"),)
        )
        return
    because = found.health_because or (Evidence(path=found.file, reason=f"built into {found.framework}"),)
    yield Claim("health_path", found.health_path, Confidence.CERTAIN, because)


def _nothing_found() -> Iterator[Claim]:
    looked = (
        Evidence(path=".", reason="no program was found: no application object, script, notebook or console script"),
    )
    yield Claim("kind", "library", Confidence.GUESS, looked)
    yield Claim("framework", "library", Confidence.GUESS, looked)
    yield Claim("workdir", ".", Confidence.GUESS, looked)
    yield Claim("entrypoint", None, Confidence.GUESS, looked)
    yield Claim("port", None, Confidence.GUESS, looked)
    yield Claim("health_path", None, Confidence.GUESS, looked)
