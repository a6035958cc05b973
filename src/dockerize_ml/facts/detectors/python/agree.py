"""Make one minor version of all that a project says about Python."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from dockerize_ml.facts.detectors.python.word import Bound, Force, Named, Strength, Word
from dockerize_ml.facts.model import Confidence, Evidence

Minor = tuple[int, int]
# A requirement such as ``==3.9.2`` or ``<=3.11`` is met by some patch releases of a minor version only.
_PATCHES = (*range(31), 99)
_MOST_EVIDENCE = 6
_PYTHON_3 = (3, 0)
# What the project itself says, rather than the packages that it requires.
_OWN_WORD = frozenset({Force.BINDING, Force.ADVICE})


class Choice(NamedTuple):
    """A minor version, how sure it is, what shows it, and why it lost if it did."""

    minor: Minor
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    loses_because: str = ""


class Known(NamedTuple):
    """The versions that there are images of, oldest first, and the one for projects that do not tell."""

    minors: tuple[Minor, ...]
    default: Minor


def choices(words: Iterable[Word], known: Known) -> Iterator[Choice]:
    """The versions that come into question, the one to use first."""
    listed = list(words)
    named = sorted((word for word in listed if isinstance(word, Named)), key=_rank, reverse=True)
    bounds = sorted((word for word in listed if isinstance(word, Bound)), key=lambda bound: -bound.force)
    fitting = (choice for word in named if (choice := _of_named(word, bounds, known)))
    best = next(fitting, None) or _of_bounds(bounds, named, known)
    yield _with_contradictions(best, bounds)
    yield from _losers(best, named, bounds)


def _rank(word: Named) -> tuple[int, int]:
    return word.strength, word.nearness


def _of_named(word: Named, bounds: Sequence[Bound], known: Known) -> Choice | None:
    """The version that a place names, or of several the usual one, if nothing stronger forbids it."""
    # What the author set, or has run, counts more than our table of wheels.
    force = Force.RELEASES if word.strength >= Strength.GENERATED else Force.WHEELS
    fit = allowed([bound for bound in bounds if bound.force >= force], known)
    fitting = [minor for minor in word.minors if minor in fit]
    if not fitting or _is_only_older(fitting, word):
        return None
    one = fitting[0] if word.strength >= Strength.GENERATED else _usual(fitting, known)
    return Choice(one, _confidence(word.strength), (word.shown(one),))


def _is_only_older(fitting: Sequence[Minor], word: Named) -> bool:
    """Whether Python 2 alone is left of a list that has a Python 3 too, one that there is no image of any more."""
    return max(fitting) < _PYTHON_3 <= max(word.minors)


def _confidence(strength: Strength) -> Confidence:
    if strength >= Strength.SETTING:
        return Confidence.CERTAIN
    return Confidence.LIKELY if strength >= Strength.COMMAND else Confidence.GUESS


def allowed(bounds: Sequence[Bound], known: Known) -> tuple[Minor, ...]:
    """The minors that the surest bounds allow, of these what most pinned packages do, then what the author advises."""
    minors = known.minors
    for forces in ({Force.BINDING}, {Force.RELEASES, Force.WHEELS}, {Force.ADVICE}):
        minors = _most_agreed([bound for bound in bounds if bound.force in forces], minors)
    return minors


def _most_agreed(bounds: Sequence[Bound], minors: tuple[Minor, ...]) -> tuple[Minor, ...]:
    """The minors that all bounds allow; where they contradict each other, those that the most of them do."""
    votes = Counter(minor for bound in bounds for minor in within(bound, minors))
    most = max(votes.values(), default=0)
    return tuple(minor for minor in minors if votes[minor] == most)


def within(bound: Bound, minors: Sequence[Minor]) -> tuple[Minor, ...]:
    """The minors that the bound allows; those of which only some patch releases fit count if no other is left."""
    specifier = _specifier(bound.specifier)
    if specifier is None:
        return tuple(minors)
    fully = tuple(minor for minor in minors if specifier.contains(f"{minor[0]}.{minor[1]}.99"))
    return fully or tuple(minor for minor in minors if _allows(specifier, minor))


def _specifier(text: str) -> SpecifierSet | None:
    try:
        return SpecifierSet(text)
    except InvalidSpecifier:
        return None


def _allows(specifier: SpecifierSet, minor: Minor) -> bool:
    return any(specifier.contains(f"{minor[0]}.{minor[1]}.{patch}") for patch in _PATCHES)


def _usual(minors: Sequence[Minor], known: Known) -> Minor:
    """The default where it is among them, else the newest before it, else the oldest after it."""
    before = [minor for minor in minors if minor <= known.default]
    return max(before) if before else min(minors)


def _of_bounds(bounds: Sequence[Bound], named: Sequence[Named], known: Known) -> Choice:
    """What the constraints leave; where they leave everything, the default."""
    fit = allowed(bounds, known)
    minor = _usual(fit, known)
    deciding = [bound for bound in bounds if _decides(bound, minor, known)]
    unfit = tuple(word.evidence for word in named[:1])
    if len(fit) == 1 and deciding and not named:
        return Choice(minor, Confidence.CERTAIN, tuple(bound.evidence for bound in deciding))
    if deciding:
        return Choice(minor, Confidence.LIKELY, (*(bound.evidence for bound in deciding), *unfit))
    met = tuple(bound.evidence for bound in bounds if bound.force in _OWN_WORD and within(bound, (minor,)))
    has_pins = any(bound.force not in _OWN_WORD for bound in bounds)
    why = "the required packages fit it" if has_pins else "nothing asks for another version"
    default = Evidence(path=".", reason=f"{_text(minor)} is the default; {why}")
    return Choice(minor, Confidence.LIKELY if met or has_pins else Confidence.GUESS, (*met[:3], default, *unfit))


def _decides(bound: Bound, minor: Minor, known: Known) -> bool:
    """Whether the bound allows the version and forbids the one that would have been taken before it."""
    better = [other for other in known.minors if other != minor and _usual((other, minor), known) == other]
    if not better or not within(bound, (minor,)):
        return False
    nearest = min(better, key=lambda other: abs(known.minors.index(other) - known.minors.index(minor)))
    return not within(bound, (nearest,))


def _with_contradictions(best: Choice, bounds: Sequence[Bound]) -> Choice:
    """The choice with the bounds that speak against it; each contradiction costs confidence."""
    against = [bound for bound in bounds if bound.force > Force.ADVICE and not within(bound, (best.minor,))]
    told = (replace(bound.evidence, reason=f"{bound.evidence.reason} (contradicts)") for bound in against)
    evidence = tuple(dict.fromkeys((*best.evidence, *told)))[:_MOST_EVIDENCE]
    lower = {Confidence.CERTAIN: Confidence.LIKELY}.get(best.confidence, Confidence.GUESS)
    return best._replace(evidence=evidence, confidence=lower if against else best.confidence)


def _losers(best: Choice, named: Sequence[Named], bounds: Sequence[Bound]) -> Iterator[Choice]:
    for word in named:
        if best.minor in word.minors:
            continue
        minor = word.minors[0]
        against = next((bound for bound in bounds if bound.force and not within(bound, (minor,))), None)
        reason = f"{_place(word.evidence)} names it"
        if against is not None:
            reason = f"{reason}, but {_place(against.evidence)} forbids it: {against.evidence.reason}"
        yield Choice(minor, Confidence.GUESS, (), reason)


def _place(evidence: Evidence) -> str:
    return evidence.path if evidence.line is None else f"{evidence.path}:{evidence.line}"


def _text(minor: Minor) -> str:
    return f"{minor[0]}.{minor[1]}"
