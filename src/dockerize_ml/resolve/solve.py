"""Ask uv until it finds a set: each obstacle that it names is answered by a change, and every change is told."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from dockerize_ml.facts.detectors.age.moment import is_young
from dockerize_ml.knowledge.imports import is_listed
from dockerize_ml.resolve.days import days_apart, newest_of_lowest, put_off_to_models
from dockerize_ml.resolve.first_wheel import put_off_for_python, put_off_to_a_wheel, took_first_left
from dockerize_ml.resolve.machines import compiled_for, merged
from dockerize_ml.resolve.model import Ask, Failure, Locked, Question, Repair
from dockerize_ml.resolve.output import locked_in
from dockerize_ml.resolve.pythons import NEWEST_PATCH, candidates, satisfies
from dockerize_ml.resolve.relaxing import (
    is_kept_to_a_series,
    is_pinned,
    name_only,
    named_in,
    nearest,
    relaxations,
    version_of,
)
from dockerize_ml.resolve.releases import Release, latest, newest, releases
from dockerize_ml.resolve.sourcing import read_ahead, read_anew, source_of, sources_of, takes_older
from dockerize_ml.resolve.state import State
from dockerize_ml.resolve.trouble import Kind, Trouble, plain, trouble_in
from dockerize_ml.resolve.unbuildable import stand_in
from dockerize_ml.resolve.uv import Answer, Uv

# Every step answers one obstacle; whole-system freezes have dozens of names that no index has.
_MOST_STEPS = 150
_LEFT_OVER = "It has no wheel, the list is of a whole system, and nothing here imports it."
_STANDS_BACK = "It only serves the program, and what the project asks for needs another."
_NO_DAY = "is missing an upload date"  # uv's own words
_UNREACHABLE = Failure(
    "The package index cannot be reached.", "Check the network, or pass `--offline`.", is_unreachable=True
)
Tell = Callable[[str], None]


class Solver:
    """One search; ``tell`` hears what it is at.

    ``taken_back`` is what of our own advice did not fit, ``machines`` the last set for each kind of machine.
    """

    def __init__(self, uv: Uv, question: Question, tell: Tell) -> None:
        self.uv = uv
        self.question = question
        self._tell = tell
        self.state = State(
            asks=list(question.asks),
            bounds=[],
            pythons=list(question.pythons),
            as_of=question.as_of,
            as_of_why=question.as_of_why,
        )
        self.taken_back: set[str] = set()
        self.machines: dict[str, tuple[Locked, ...]] = {}
        self._read: set[str] = set()
        self._looked_at: set[str] = set()

    def look_at_pins(self) -> Failure | None:
        """What the exact pins tell before anything is resolved: what there is none of, their days, their Pythons."""
        for _ in range(_MOST_STEPS):
            pins = [ask for ask in self.state.asks if is_pinned(ask)]
            found = releases(self.uv, pins) if pins else {}
            if isinstance(found, dict):
                self._heed_days(found)
                self._heed_series()
                put_off_to_models(self.uv, self.state, self.question.limits)
                self._heed_wheels(found)
                self._heed_sources(found)
                return None
            if found.kind not in {"missing", "no version", "no wheel", "unreachable"}:
                return None
            failure = self._answered(found)
            if failure is not None:
                return failure
        return None

    def solve(self) -> tuple[Locked, ...] | Failure:
        """A set for the question as it now stands.

        Raises:
            NoUvError: uv is not installed.
            TimeUpError: the time is over.
        """
        for _ in range(_MOST_STEPS):
            answer = self._asked(self.state.asks)
            if answer.ok:
                found = merged(self.machines)
                if read_anew(self.uv, self.state, found, self._read):
                    continue
                return found
            trouble = trouble_in(answer.errors)
            if trouble.kind == "no wheel" and read_ahead(self.uv, self.state, answer.brought, self._looked_at):
                continue
            failure = self._answered(trouble)
            if failure is not None:
                return failure
        return Failure("The resolver named one obstacle after the other and came to no end.")

    def add(self, repairs: Iterable[Repair]) -> None:
        """Ask for more, or set limits."""
        for repair in repairs:
            is_guess = repair.kind == "added" and not is_listed(repair.name)
            ask = Ask(repair.name, repair.new, repair.at, is_advice=True, is_guess=is_guess)
            (self.state.bounds if repair.kind == "bound" else self.state.asks).append(ask)
            self.state.repairs.append(repair)

    def exchanged(self, new: Ask, instead_of: str) -> tuple[Locked, ...] | None:
        """The set with ``new``, where whoever asks for another gets ``instead_of``; None where there is none."""
        overrides, machines = self.state.overrides, self.machines
        self.state.overrides = [*overrides, instead_of]
        if self._asked([*self.state.asks, new]).ok:
            self.state.asks.append(new)
            return merged(self.machines)
        self.state.overrides, self.machines = overrides, machines
        return None

    def is_pinned(self, name: str) -> bool:
        """Whether the project itself, or a model, names the version."""
        ask = self.state.ask(name)
        return ask is not None and is_pinned(ask)

    def keep_to(self, versions: str, why: str) -> bool:
        """Leave out the Pythons outside of a specifier; false where that changes nothing, or leaves none."""
        pythons = [] if self.question.is_python_fixed else self.state.pythons
        left = [minor for minor in pythons if satisfies(minor, versions)]
        if not left or left == self.state.pythons:
            return False
        self.state.go_on_with(left, why)
        return True

    def date_by(self, day: date, why: str) -> None:
        """Take that day for the project's, where nothing else tells one."""
        if self.question.is_dated or self.state.as_of is not None or is_young(day):
            return
        self.state.as_of, self.state.as_of_why = day, why
        if not self.question.is_python_fixed:
            order = candidates(self.question.python, self.question.allowed, day, datetime.now(UTC).date())
            self.state.pythons = [minor for minor in order if minor in self.state.pythons]

    def _asked(self, asks: list[Ask]) -> Answer:
        state = self.state
        self._tell(
            f"{len(asks)} requirements, Python {state.pythons[0]}" + (f", as of {state.as_of}" if state.as_of else "")
        )
        files = {
            "asks.in": "".join(f"{ask.text}\n" for ask in asks),
            "bounds.txt": "".join(f"{bound.text}\n" for bound in state.bounds),
            "overrides.txt": "".join(f"{override}\n" for override in state.overrides),
            "uv.toml": "".join(source.metadata for source in state.sources.values()),
        }
        options = [
            *("--python-version", f"{state.pythons[0]}.{NEWEST_PATCH}"),
            *("--constraints", "bounds.txt", "--overrides", "overrides.txt"),
            *("--generate-hashes", "--no-strip-extras", "--only-binary", ":all:"),
            *(word for name in state.built for word in ("--no-binary", name)),
            *newest(state.as_of),
            *(word for limit in days_apart(state, asks) for word in ("--exclude-newer-package", limit)),
        ]
        answer, self.machines = compiled_for(self.uv, files, options)
        if self.uv.places.options and self.uv.places.is_dated and _NO_DAY in answer.errors:
            self.uv = replace(self.uv, places=replace(self.uv.places, is_dated=False))
            return self._asked(asks)
        return answer

    def _answered(self, trouble: Trouble) -> Failure | None:
        """Change the state so that the obstacle is gone, or say why that cannot be."""
        if trouble.kind == "unreachable":
            own, told = self.question.places.names, _UNREACHABLE
            return replace(told, reason=f"{own} or the package index cannot be reached.") if own else told
        if trouble.kind == "no version" and trouble.name in trouble.undated - self.state.undated:
            self.state.undated.add(trouble.name)
            return None
        if trouble.kind not in {"missing", "no wheel"} and self._given_up(self._stranger({trouble.name}), trouble):
            return None
        answers: dict[Kind, Callable[[Trouble], Failure | None]] = {
            "missing": self._drop,
            "no version": self._other_version,
            "no wheel": self._other_python,
            "garbled": self._by_its_source,
            "python": self._fitting_python,
            "conflict": self._relaxed,
        }
        way = answers.get(trouble.kind)
        return way(trouble) if way else Failure(plain(trouble))

    def _drop(self, trouble: Trouble, reason: str = "The index has nothing of this name.") -> Failure | None:
        ask = self.state.ask(trouble.name)
        if ask is None:
            return self._relaxed(trouble)
        if ask.is_advice:
            self._take_back(ask)
        else:
            self.state.asks.remove(ask)
            self.state.repairs.append(Repair("dropped", ask.name, ask.text, "", reason, ask.at))
        return None

    def _other_version(self, trouble: Trouble) -> Failure | None:
        ask = self.state.ask(trouble.name)
        if trouble.published is not None and self.state.put_off(trouble.published, f"{trouble.name}{trouble.versions}"):
            return None
        if ask is None:
            return self._relaxed(trouble)
        if self.state.as_of is not None:
            found = releases(self.uv, [ask], lowest=True)
            first = found.get(ask.name) if isinstance(found, dict) else None
            if first is not None and first.uploaded and self.state.put_off(first.uploaded, ask.text):
                return None
        near = nearest(self.uv, ask, self.state.as_of)
        if near is None or near == ask or self._is_left_over(ask):
            return self._drop(trouble, f"The index has no version of it that is `{version_of(ask)}`.")
        what = f"{version_of(near)} is the nearest that exists" if is_pinned(near) else "any version is taken"
        self.state.replace(ask, near, f"There is no version {version_of(ask)}; {what}.")
        return None

    def _is_left_over(self, ask: Ask) -> bool:
        """Whether it stands in the list only because the whole system was listed."""
        return self.question.is_freeze and ask.name not in self.question.imported

    def _other_python(self, trouble: Trouble) -> Failure | None:
        """Go to a Python that there are wheels for; where there is none, take the source.

        Of all that has no wheel, according to uv, the first counts whose newest version has none for this Python.
        """
        for name, versions in trouble.wheelless or ((trouble.name, trouble.versions),):
            ask, release = self._meant(name, versions)
            if release is None and any(way(self.uv, ask, self.state) for way in (put_off_to_a_wheel, took_first_left)):
                return None
            if release is not None and (name in self.state.sources or self.state.pythons[0] in release.pythons):
                continue
            if ask in self.state.asks and self._is_left_over(ask) and (release is None or not release.pythons):
                return self._drop(replace(trouble, name=name), _LEFT_OVER)
            if release is not None:
                return self._without_wheel(ask, release)
        return self._relaxed(trouble)

    def _meant(self, name: str, versions: str) -> tuple[Ask, Release | None]:
        """Who asks for a distribution, and the version that the ask would get by itself, within our limits."""
        ask = self.state.ask(name) or Ask(name, f"{name}{versions}")
        limits = [bound for bound in self.state.bounds if bound.name == ask.name]
        found = releases(self.uv, [ask, *limits], None if is_pinned(ask) else self.state.as_of)
        return ask, found.get(name) if isinstance(found, dict) else None

    def _without_wheel(self, ask: Ask, release: Release) -> Failure | None:
        left = [minor for minor in self.state.pythons if minor in release.pythons]
        if left and not self.question.is_python_fixed:
            self.state.go_on_with(left, release.reach)
            return None
        if not release.sdist:
            reason = f"The index has no file of `{ask.text}` for {' and '.join(self.uv.platforms)}."
            return self._drop(Trouble("no wheel", ask.name, "", reason), reason)
        if self._is_exchanged(ask, release):
            return None
        source = source_of(self.uv, release)
        hard = Trouble("no wheel", ask.name, "", "it would have to be compiled.") if source.says.is_native else None
        if hard and (self._given_up(self._stranger({ask.name}), hard) or put_off_for_python(self.uv, ask, self.state)):
            return None
        if not (source.says.is_refused and self._is_exchanged(ask, release, is_refused=True)):
            self.state.sources[ask.name] = source
        return None

    def _is_exchanged(self, ask: Ask, release: Release, *, is_refused: bool = False) -> bool:
        """Ask for another version instead of one that cannot be built, if there is one."""
        pythons = self.state.pythons[: 1 if self.question.is_python_fixed else None]
        instead = None if ask.name in self.question.kept else stand_in(self.uv, release, pythons, is_refused=is_refused)
        if instead is None:
            return False
        self.state.settle(ask, Ask(ask.name, instead.pin, ask.at, is_ours=True), instead.why)
        return True

    def _by_its_source(self, trouble: Trouble) -> Failure | None:
        """Take what a release requires from its source, where uv cannot read what its wheel says."""
        ask, release = self._meant(trouble.name, trouble.versions)
        if release is None or not release.sdist or ask.name in self.state.sources:
            return self._other_python(trouble) if trouble.wheelless else self._relaxed(trouble)
        if self.state.pythons[0] not in release.pythons:
            return self._without_wheel(ask, release)
        self.state.sources[ask.name] = source_of(self.uv, release)
        return None

    def _fitting_python(self, trouble: Trouble) -> Failure | None:
        if self.keep_to(trouble.versions, f"{trouble.name or 'a requirement'} asks for {trouble.versions}"):
            return None
        return self._relaxed(trouble)

    def _relaxed(self, trouble: Trouble) -> Failure | None:
        """Loosen one pin, the nearest version first; the first that gives a set, or gets further, is taken.

        What was only our own advice goes before anything of the project's.
        """
        if trouble.published is not None and self.state.put_off(trouble.published, f"what is needed of {trouble.late}"):
            return None
        named = {*named_in(trouble)}
        if self._without_advice(named) or self._loosened(named) or self._given_up(self._stranger(named), trouble):
            return None
        further: tuple[Ask, Ask] | None = None
        for ask, looser in relaxations(self.state.asks, trouble, self.question.imported):
            answer = self._asked([looser if each is ask else each for each in self.state.asks])
            if answer.ok:
                got = next((each for each in locked_in(answer.output) if each.name == ask.name), None)
                new = replace(ask, text=f"{name_only(ask)}=={got.version}") if got else looser
                self.state.replace(ask, new, self._why(ask, trouble))
                return None
            now = trouble_in(answer.errors)
            if further is None and now.words != trouble.words and now.kind != "conflict":
                further = (ask, looser)
        if further is None:
            guesses = [ask for ask in self.state.asks if ask.is_guess and ask.name in named]
            guess = min(guesses, key=lambda ask: ask.name in self.question.imported, default=None)
            return None if self._given_up(guess, trouble) else Failure(plain(trouble))
        self.state.replace(*further, self._why(further[0], trouble))
        return None

    def _why(self, ask: Ask, trouble: Trouble) -> str:
        """The reason of a change; for what we ourselves asked for, why we did."""
        ours = (each.reason for each in (*self.question.repairs, *self.state.repairs) if each.new == ask.text)
        return next(ours, plain(trouble)) if ask.is_ours or ask.is_advice else plain(trouble)

    def _stranger(self, names: set[str]) -> Ask | None:
        """The first of the names that was taken from an import as it stands: what the index has may be another."""
        asks = (ask for ask in self.state.asks if ask.is_guess and not is_listed(ask.name))
        return next((ask for ask in asks if ask.name in names), None)

    def _given_up(self, guess: Ask | None, trouble: Trouble) -> bool:
        if guess is not None:
            reason = f"Only an import tells of it, and what the index has of this name does not fit: {plain(trouble)}"
            self._drop(replace(trouble, name=guess.name), reason)
            self.taken_back.add(guess.text)
        return guess is not None

    def _without_advice(self, named: set[str]) -> bool:
        """Take back a limit, or a requirement, of our own that the resolver's words name; older sources go before."""
        if takes_older(self.uv, self.state, sorted(named), self._read):
            return True
        bounds = [bound for bound in self.state.bounds if bound.name in named]
        if bounds:
            self.state.bounds = [bound for bound in self.state.bounds if bound not in bounds]
            self.taken_back |= {bound.text for bound in bounds}
            return True
        ours = [ask for ask in self.state.asks if ask.is_advice and ask.name in named]
        for ask in ours:
            self._take_back(ask)
        return bool(ours)

    def _loosened(self, named: set[str]) -> bool:
        """Take any version of what serves the program for us, where that stands in the way of the project's own."""
        loose = [ask for ask in self.state.asks if ask.is_ours and ask.text != name_only(ask) and not is_pinned(ask)]
        ours = [ask for ask in loose if ask.name in named]
        for ask in ours:
            self.state.replace(ask, replace(ask, text=name_only(ask)), _STANDS_BACK)
        return bool(ours)

    def _take_back(self, ask: Ask) -> None:
        at = self.state.asks.index(ask)
        instead = [replace(ask, text=ask.instead_of, is_advice=False)] if ask.instead_of else []
        self.state.asks[at : at + 1] = instead
        self.taken_back.add(ask.text)

    def _heed_days(self, found: dict[str, Release]) -> None:
        day, name = latest(found)
        if day is not None and self.question.is_dated:
            self.state.put_off(day, name)
        elif day is not None:
            self.date_by(day, f"{name}, the newest pin, came out that day")

    def _heed_series(self) -> None:
        """Take the day of the newest series that the project keeps to, where nothing else tells one."""
        kept = [ask for ask in self.state.asks if is_kept_to_a_series(ask)]
        if self.question.is_dated or self.state.as_of is not None or not kept:
            return
        day, name = newest_of_lowest(self.uv, kept)
        if day is not None:
            self.date_by(day, f"{name}, the newest that it keeps to, came out that day")

    def _heed_wheels(self, found: dict[str, Release]) -> None:
        """Leave out the Pythons that a pin has no wheels for, unless that leaves none."""
        for release in sorted(found.values(), key=lambda each: len(each.pythons)):
            left = [minor for minor in self.state.pythons if minor in release.pythons]
            if left and not self.question.is_python_fixed:
                self.state.go_on_with(left, release.reach)

    def _heed_sources(self, found: dict[str, Release]) -> None:
        """Read at once what those pins say that have no wheel for any Python; what is only left over goes."""
        without = [each for each in found.values() if not each.pythons and each.sdist]
        for release in without:
            ask = self.state.ask(release.name)
            if ask is not None and self._is_left_over(ask):
                self._drop(Trouble("no wheel", ask.name, "", ""), _LEFT_OVER)
        asked = [(ask, release) for release in without if (ask := self.state.ask(release.name))]
        wanted = [release for ask, release in asked if not self._is_exchanged(ask, release)]
        for each in sources_of(self.uv, wanted):
            ask = self.state.ask(each.release.name)
            if not (ask and each.says.is_refused and self._is_exchanged(ask, each.release, is_refused=True)):
                self.state.sources[each.release.name] = each
