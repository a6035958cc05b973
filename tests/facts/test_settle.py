"""Rival claims become one fact."""

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.settle import settle

_A = Evidence(path="a.py", line=1, reason="first")
_B = Evidence(path="b.py", line=2, reason="second")


def test_the_weightiest_claim_wins_and_the_other_is_told() -> None:
    fact = settle([Claim("port", 1, Confidence.GUESS, (_A,), 1), Claim("port", 2, Confidence.CERTAIN, (_B,), 5)])

    assert (fact.value, fact.confidence, fact.evidence) == (2, Confidence.CERTAIN, (_B,))
    assert [(lost.value, lost.reason) for lost in fact.alternatives] == [(1, "weaker evidence: a.py:1 first")]


def test_claims_for_one_value_add_their_evidence() -> None:
    fact = settle([Claim("port", 1, Confidence.CERTAIN, (_A,), 2), Claim("port", 1, Confidence.GUESS, (_B,))])

    assert fact.evidence == (_A, _B)
    assert fact.alternatives == ()


def test_what_was_not_found_loses_to_anything_found() -> None:
    fact = settle([Claim("port", None, Confidence.CERTAIN, (_A,), 99), Claim("port", 1, Confidence.GUESS, (_B,))])

    assert fact.value == 1


def test_nothing_found_is_null_and_a_guess_that_says_so() -> None:
    fact = settle([])

    assert (fact.value, fact.confidence) == (None, Confidence.GUESS)
    assert fact.evidence
