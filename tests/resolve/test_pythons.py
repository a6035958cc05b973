"""The order in which versions of Python are tried."""

from datetime import date

import pytest

from dockerize_ml.facts.model import Confidence, Evidence, Fact
from dockerize_ml.resolve.pythons import candidates, why_stated

TODAY = date(2026, 11, 27)
ALL = tuple(f"3.{minor}" for minor in range(5, 16))
DEFAULT = Fact[str](value="3.12", evidence=(Evidence(path=".", reason="3.12 is the default; the packages fit it"),))
STATED = Fact[str](
    value="3.8", confidence=Confidence.CERTAIN, evidence=(Evidence(path="runtime.txt", line=1, reason="python-3.8"),)
)

ORDERS = {
    "nothing tells: the usual one": (DEFAULT, ALL, None, ["3.12", "3.11"]),
    "of 2021: the oldest that is cared for, then those of the time": (
        DEFAULT,
        ALL,
        date(2021, 5, 3),
        ["3.11", "3.9", "3.8", "3.7"],
    ),
    "of 2023: what was out and is cared for": (DEFAULT, ALL, date(2023, 8, 1), ["3.11", "3.10"]),
    "of the weeks after a release: those that packages know": (
        DEFAULT,
        ALL,
        date(2020, 10, 19),
        ["3.11", "3.8", "3.7"],
    ),
    "of 2024: not newer than the usual one": (DEFAULT, ALL, date(2024, 11, 1), ["3.12", "3.11"]),
    "the project's own word goes first": (STATED, ALL, date(2021, 5, 3), ["3.8", "3.11"]),
    "one that nobody resolves for any more": (
        Fact[str](value="3.6", evidence=STATED.evidence),
        ALL,
        None,
        ["3.7", "3.12"],
    ),
    "the program runs on a new one only": (DEFAULT, ("3.13", "3.14"), None, ["3.14", "3.13"]),
    "the program runs on an old one only": (DEFAULT, ("3.7", "3.8"), None, ["3.8", "3.7"]),
}


@pytest.mark.parametrize(("fact", "allowed", "as_of", "first"), ORDERS.values(), ids=ORDERS.keys())
def test_the_order(fact: Fact[str], allowed: tuple[str, ...], as_of: date | None, first: list[str]) -> None:
    assert list(candidates(fact, allowed, as_of, TODAY))[: len(first)] == first


def test_every_version_comes_once() -> None:
    order = candidates(DEFAULT, ALL, date(2021, 5, 3), TODAY)
    assert sorted(order) == sorted(set(order))
    assert "3.6" not in order


def test_a_pin_tells_what_it_means_for_python() -> None:
    said = "numpy==1.19.0 fits Python 3.6 to 3.8"
    pinned = Fact[str](value="3.8", evidence=(Evidence(path="requirements.txt", line=16, reason=said),))
    assert (why_stated(STATED), why_stated(pinned)) == ("as runtime.txt:1 says", said)
