"""How rival words about Python become one version."""

import pytest

from dockerize_ml.facts.detectors.python.agree import Known, choices
from dockerize_ml.facts.detectors.python.word import Bound, Force, Named, Strength, Word, minors_in, specifier_of
from dockerize_ml.facts.model import Confidence, Evidence

KNOWN = Known(((2, 7), *((3, minor) for minor in range(6, 16))), (3, 12))
HERE = Evidence(path="somewhere", line=1, reason="says so")


def named(*minors: int, strength: Strength = Strength.SETTING, nearness: int = 0) -> Named:
    return Named(tuple((3, minor) for minor in minors), strength, HERE, nearness)


def bound(specifier: str, force: Force = Force.BINDING) -> Bound:
    return Bound(specifier, HERE, force)


CHOOSES: dict[str, tuple[list[Word], str, Confidence]] = {
    "nothing tells: the default": ([], "3.12", Confidence.GUESS),
    "an open lower bound is no wish for the newest": ([bound(">=3.8")], "3.12", Confidence.LIKELY),
    "a lower bound above the default": ([bound(">=3.13")], "3.13", Confidence.LIKELY),
    "the newest that an upper bound leaves": ([bound(">=3.8,<3.11")], "3.10", Confidence.LIKELY),
    "bounds that leave one version": ([bound(">=3.9"), bound("<3.10")], "3.9", Confidence.CERTAIN),
    "an upper bound that only early patches of 3.11 meet": ([bound("<=3.11")], "3.10", Confidence.LIKELY),
    "an exact patch release": ([bound("==3.9.7")], "3.9", Confidence.CERTAIN),
    "a setting": ([named(10)], "3.10", Confidence.CERTAIN),
    "a setting beats a container and the container a check": (
        [named(8, strength=Strength.TESTED), named(9, strength=Strength.CONTAINER), named(10)],
        "3.10",
        Confidence.CERTAIN,
    ),
    "of equals the nearer": ([named(9, nearness=-1), named(10, nearness=0)], "3.10", Confidence.CERTAIN),
    "a setting that cannot be installed gives way": ([named(8), bound(">=3.10")], "3.12", Confidence.LIKELY),
    "a setting outlives missing wheels but is no longer certain": (
        [named(12), bound("<3.12", Force.WHEELS)],
        "3.12",
        Confidence.LIKELY,
    ),
    "a mention does not outlive missing wheels": (
        [named(12, strength=Strength.MENTION), bound("<3.10", Force.WHEELS)],
        "3.9",
        Confidence.LIKELY,
    ),
    "a setting older than a pinned package allows": (
        [named(7), bound(">=3.8", Force.RELEASES)],
        "3.12",
        Confidence.LIKELY,
    ),
    "the project's own word beats that of a package": (
        [bound(">=3.7,<3.8"), bound(">=3.8", Force.RELEASES)],
        "3.7",
        Confidence.LIKELY,
    ),
    "of many tested versions the default": (
        [named(8, 11, 12, 14, strength=Strength.TESTED)],
        "3.12",
        Confidence.LIKELY,
    ),
    "of old tested versions the newest": ([named(6, 7, 8, strength=Strength.TESTED)], "3.8", Confidence.LIKELY),
    "of new tested versions the oldest": ([named(13, 14, strength=Strength.TESTED)], "3.13", Confidence.LIKELY),
    "advice below the default changes nothing": ([bound(">=3.7", Force.ADVICE)], "3.12", Confidence.LIKELY),
    "advice above the default counts": ([bound(">=3.13", Force.ADVICE)], "3.13", Confidence.LIKELY),
    "a specifier that is none is passed over": ([bound("three")], "3.12", Confidence.LIKELY),
    "Python 2": ([bound("<3")], "2.7", Confidence.CERTAIN),
}


@pytest.mark.parametrize("case", CHOOSES)
def test_chooses(case: str) -> None:
    words, minor, confidence = CHOOSES[case]
    choice = next(choices(words, KNOWN))
    assert (f"{choice.minor[0]}.{choice.minor[1]}", choice.confidence) == (minor, confidence)


def test_a_contradiction_is_shown_and_not_hidden() -> None:
    against = Bound("<3.12", Evidence(path="requirements.txt", line=3, reason="numpy==1.23.5"), Force.WHEELS)
    choice = next(choices([named(12), against], KNOWN))
    assert "numpy==1.23.5 (contradicts)" in [piece.reason for piece in choice.evidence]


def test_a_loser_is_told_why() -> None:
    against = Bound(">=3.10", Evidence(path="pyproject.toml", line=4, reason='requires-python = ">=3.10"'))
    _, loser = choices([named(8), against], KNOWN)
    assert loser.minor == (3, 8)
    assert "pyproject.toml:4 forbids it" in loser.loses_because


MINORS = {
    "3.11": [(3, 11)],
    "3.11.4/envs/x": [(3, 11)],
    "python-3.9.7": [(3, 9)],
    "py38, py39, py310": [(3, 8), (3, 9), (3, 10)],
    "cp311": [(3, 11)],
    "miniconda3-3.9-4.10.3": [(3, 9)],
    "miniconda3-4.7.12": [],
    "anaconda3-2023.03": [],
    "system": [],
    "3": [],
}


@pytest.mark.parametrize("text", MINORS)
def test_minors_in(text: str) -> None:
    assert list(minors_in(text)) == MINORS[text]


SPECIFIERS = {
    "3.9": "",
    "=3.9": "",
    "3.9.*": "",
    ">=3.8,<3.11": ">=3.8,<3.11",
    ">=3.8, <3.11": ">=3.8,<3.11",
    ">=3.8 <3.11": ">=3.8,<3.11",
    "^3.9": ">=3.9,<4",
    "~3.9": ">=3.9,<3.10",
    "~=3.9": "~=3.9",
    "!=3.9.*": "!=3.9.*",
    "lts": "",
}


@pytest.mark.parametrize("text", SPECIFIERS)
def test_specifier_of(text: str) -> None:
    assert specifier_of(text) == SPECIFIERS[text]
