"""Ask uv until it finds a set: each obstacle that it names is answered by a change, and every change is told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from dockerize_ml.facts.detectors.age.moment import is_young
from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.resolve.model import Ask, Failure, Locked, Question, Repair
from dockerize_ml.resolve.output import locked_in
from dockerize_ml.resolve.relaxing import is_pinned, name_only, nearest, relaxations, version_of
from dockerize_ml.resolve.releases import OLDEST, Release, newest, releases
from dockerize_ml.resolve.sdists import SourceRequires, static_requirements
from dockerize_ml.resolve.trouble import Kind, Trouble, trouble_in
from dockerize_ml.resolve.uv import PLATFORM, Answer, Uv

# Every step answers one obstacle; whole-system freezes have dozens of names that no index has.
_MOST_STEPS = 150
_UNREACHABLE = Failure("The package index cannot be reached.", "Check the network, or pass `--offline`.")
Tell = Callable[[str], None]


@dataclass
class State:
    """Where the search stands.

    Attributes:
        asks: what is still asked for.
        bounds: limits on what the asks bring along.
        pythons: the versions that are left, the one to try in front.
        python_why: why the ones before it were given up.
        sources: those that are taken as source, with what they say they require.
    """

    asks: list[Ask]
    bounds: list[Ask]
    pythons: list[str]
    as_of: date | None
    as_of_why: str
    python_why: str = ""
    repairs: list[Repair] = field(default_factory=list)
    sources: dict[str, SourceRequires] = field(default_factory=dict)


class Solver:
    """One search; ``tell`` hears what it is at."""

    def __init__(self, uv: Uv, question: Question, tell: Tell) -> None:
        self._uv = uv
        self._is_python_fixed = question.is_python_fixed
        self._tell = tell
        self.state = State(
            asks=list(question.asks),
            bounds=list(question.bounds),
            pythons=list(question.pythons),
            as_of=question.as_of,
            as_of_why=question.as_of_why,
        )

    def look_at_pins(self, *, is_dated: bool) -> Failure | None:
        """What the exact pins tell before anything is resolved: what there is none of, their days, their Pythons.

        Args:
            is_dated: whether the project or the user says as of when; otherwise the newest pin does.
        """
        python = OLDEST
        for _ in range(_MOST_STEPS):
            pins = [ask for ask in self.state.asks if is_pinned(ask)]
            if not pins:
                return None
            found = releases(self._uv, pins, python=python)
            if isinstance(found, dict):
                self._heed_days(found, is_dated=is_dated)
                self._heed_wheels(found)
                return None
            newer = [each for each in sorted(self.state.pythons, key=minor_key) if minor_key(each) > minor_key(python)]
            match found.kind:
                case "python" if newer:
                    python = newer[0]
                case "missing" | "no version":
                    if (failure := self._answered(found)) is not None:
                        return failure
                case "unreachable":
                    return _UNREACHABLE
                case _:
                    return None
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
                return locked_in(answer.output)
            failure = self._answered(trouble_in(answer.errors))
            if failure is not None:
                return failure
        return Failure("The resolver named one obstacle after the other and came to no end.")

    def add(self, more: Iterable[tuple[Ask, Repair]]) -> None:
        """Ask for more."""
        for ask, repair in more:
            self.state.asks.append(ask)
            self.state.repairs.append(repair)

    def _asked(self, asks: list[Ask]) -> Answer:
        state = self.state
        self._tell(
            f"{len(asks)} requirements, Python {state.pythons[0]}" + (f", as of {state.as_of}" if state.as_of else "")
        )
        files = {
            "asks.in": "".join(f"{ask.text}\n" for ask in asks),
            "bounds.txt": "".join(f"{bound.text}\n" for bound in state.bounds),
            "uv.toml": "".join(_as_metadata(name, source) for name, source in state.sources.items()),
        }
        options = [
            *("--python-version", state.pythons[0], "--python-platform", PLATFORM, "--constraints", "bounds.txt"),
            *("--generate-hashes", "--no-strip-extras", "--only-binary", ":all:"),
            *(word for name in state.sources for word in ("--no-binary", name)),
            *newest(state.as_of),
            *(word for ask in asks if ask.is_ours for word in ("--exclude-newer-package", f"{ask.name}=false")),
        ]
        return self._uv.compile(files, options)

    def _answered(self, trouble: Trouble) -> Failure | None:
        """Change the state so that the obstacle is gone, or say why that cannot be."""
        if trouble.kind == "unreachable":
            return _UNREACHABLE
        answers: dict[Kind, Callable[[Trouble], Failure | None]] = {
            "missing": self._drop,
            "no version": self._other_version,
            "no wheel": self._other_python,
            "python": self._fitting_python,
            "conflict": self._relaxed,
        }
        return answers.get(trouble.kind, _told)(trouble)

    def _drop(self, trouble: Trouble, reason: str = "The index has nothing of this name.") -> Failure | None:
        ask = self._ask(trouble.name)
        if ask is None:
            return Failure(trouble.words)
        self.state.asks.remove(ask)
        self.state.repairs.append(Repair("dropped", ask.name, ask.text, "", reason, ask.at))
        return None

    def _other_version(self, trouble: Trouble) -> Failure | None:
        ask = self._ask(trouble.name)
        if trouble.published is not None and self._moved(trouble.published, f"{trouble.name}{trouble.versions}"):
            return None
        if ask is None:
            return self._relaxed(trouble)
        if self.state.as_of is not None:
            lowest = releases(self._uv, [ask], lowest=True)
            first = lowest.get(ask.name) if isinstance(lowest, dict) else None
            if first is not None and first.uploaded and self._moved(first.uploaded, ask.text):
                return None
        near = nearest(self._uv, ask)
        if near is None:
            return self._drop(trouble, f"The index has no version of `{ask.name}` at all.")
        self._replace(
            ask, near, f"There is no version {version_of(ask)}; {version_of(near)} is the nearest that exists."
        )
        return None

    def _moved(self, day: date, what: str) -> bool:
        """Put the day off until the requirement was out; false where that changes nothing."""
        if self.state.as_of is None or day <= self.state.as_of:
            return False
        self.state.as_of_why = f"{what} came out that day, later than {self.state.as_of} ({self.state.as_of_why})"
        self.state.as_of = day
        return True

    def _other_python(self, trouble: Trouble) -> Failure | None:
        """Go to a Python that there are wheels for; where there is none, take the source."""
        state = self.state
        ask = self._ask(trouble.name) or Ask(trouble.name, f"{trouble.name}{trouble.versions}")
        found = releases(self._uv, [ask], state.as_of)
        release = found.get(trouble.name) if isinstance(found, dict) else None
        if release is None or trouble.name in state.sources:
            return self._relaxed(trouble)
        left = [minor for minor in state.pythons if minor in release.pythons]
        if left and not self._is_python_fixed and state.pythons[0] not in release.pythons:
            self._go_on_with(left, _fits(release))
            return None
        if not release.sdist:
            return self._drop(trouble, f"The index has no file of `{ask.text}` for Linux.")
        state.sources[trouble.name] = static_requirements(release.sdist, self._uv.clock.left)
        return None

    def _fitting_python(self, trouble: Trouble) -> Failure | None:
        left = (
            [] if self._is_python_fixed else [each for each in self.state.pythons if _satisfies(each, trouble.versions)]
        )
        if not left or left == self.state.pythons:
            return self._relaxed(trouble)
        self._go_on_with(left, f"{trouble.name or 'a requirement'} asks for {trouble.versions}")
        return None

    def _relaxed(self, trouble: Trouble) -> Failure | None:
        """Loosen one pin, the nearest version first; the first that gives a set, or gets further, is taken."""
        further: tuple[Ask, Ask] | None = None
        for ask, looser in relaxations(self.state.asks, trouble):
            answer = self._asked([looser if each is ask else each for each in self.state.asks])
            if answer.ok:
                got = next((each for each in locked_in(answer.output) if each.name == ask.name), None)
                new = replace(ask, text=f"{name_only(ask)}=={got.version}") if got else looser
                self._replace(ask, new, f"It cannot be had together with the others: {trouble.words}")
                return None
            now = trouble_in(answer.errors)
            if further is None and now.words != trouble.words and now.kind != "conflict":
                further = (ask, looser)
        if further is None:
            return Failure(trouble.words)
        self._replace(*further, f"It cannot be had together with the others: {trouble.words}")
        return None

    def _replace(self, ask: Ask, new: Ask, reason: str) -> None:
        self.state.asks[self.state.asks.index(ask)] = new
        self.state.repairs.append(Repair("replaced", ask.name, ask.text, new.text, reason, ask.at))

    def _go_on_with(self, pythons: list[str], why: str) -> None:
        if pythons[0] != self.state.pythons[0]:
            self.state.python_why = why
        self.state.pythons = pythons

    def _heed_days(self, found: dict[str, Release], *, is_dated: bool) -> None:
        dated = [(each.uploaded, each) for each in found.values() if each.uploaded]
        if not dated:
            return
        day, release = max(dated, key=lambda pair: pair[0])
        if is_dated:
            self._moved(day, f"{release.name}=={release.version}")
        elif self.state.as_of is None and not is_young(day):
            self.state.as_of, self.state.as_of_why = (
                day,
                f"{release.name}=={release.version}, the newest pin, came out that day",
            )

    def _heed_wheels(self, found: dict[str, Release]) -> None:
        """Leave out the Pythons that a pin has no wheels for, unless that leaves none."""
        for release in sorted(found.values(), key=lambda each: len(each.pythons)):
            left = [minor for minor in self.state.pythons if minor in release.pythons]
            if left and not self._is_python_fixed:
                self._go_on_with(left, _fits(release))

    def _ask(self, name: str) -> Ask | None:
        return next((ask for ask in self.state.asks if ask.name == name), None)


def _told(trouble: Trouble) -> Failure:
    return Failure(trouble.words)


def _fits(release: Release) -> str:
    highest = max(release.pythons, key=minor_key)
    return f"{release.name}=={release.version} has wheels for Python up to {highest}"


def _satisfies(minor: str, versions: str) -> bool:
    try:
        return SpecifierSet(versions.removeprefix("Python")).contains(f"{minor}.99")
    except InvalidSpecifier:
        return False


def _as_metadata(name: str, source: SourceRequires) -> str:
    listed = ", ".join(f'"{_quoted(text)}"' for text in source.requirements)
    return f'[[dependency-metadata]]\nname = "{name}"\nrequires-dist = [{listed}]\n'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
