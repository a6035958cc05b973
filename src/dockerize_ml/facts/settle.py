"""Rival claims about one fact become one fact, with the losers as alternatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dockerize_ml.facts.model import Alternative, Confidence, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dockerize_ml.facts.claim import Claim, FactValue

Value = TypeVar("Value")


def settle(claims: Iterable[Claim]) -> Fact[FactValue]:
    """The strongest claim as a fact; claims for the same value add their evidence, the others are alternatives."""
    ranked = sorted(claims, key=lambda claim: (claim.value is None, -claim.weight))
    if not ranked:
        return Fact(value=None, evidence=(Evidence(path=".", reason="Nothing in the project tells."),))
    winner = ranked[0]
    agreeing = tuple(claim for claim in ranked if claim.value == winner.value)
    return Fact(
        value=winner.value,
        confidence=winner.confidence if winner.value is not None else Confidence.GUESS,
        evidence=tuple(dict.fromkeys(piece for claim in agreeing for piece in claim.evidence)),
        alternatives=tuple(_losers(ranked, winner)),
    )


def _losers(ranked: list[Claim], winner: Claim) -> Iterable[Alternative[FactValue]]:
    told: set[FactValue] = set()
    for claim in ranked:
        if claim.value is None or claim.value == winner.value or claim.value in told:
            continue
        told.add(claim.value)
        yield Alternative(value=claim.value, reason=claim.loses_because or _weaker(claim))


def _weaker(claim: Claim) -> str:
    if not claim.evidence:
        return "weaker evidence"
    first = claim.evidence[0]
    place = first.path if first.line is None else f"{first.path}:{first.line}"
    return f"weaker evidence: {place} {first.reason}".rstrip()
