"""The versions of a distribution through time: which was the newest on a day, and which still has a name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple, Protocol

# How far to look back for a version that has what is missing, in days: changes of a library's shape are years apart.
_STEPS = (0, 60, 150, 300, 500, 800, 1200, 1700, 2400, 3200, 4200)
# Two days that are closer than this are one: hardly any version matters that was the newest for less.
_NEAR = timedelta(days=12)


# Whatever a function takes.
ANY = "*"


class Symbol(NamedTuple):
    """What is looked for: a module, a name in it, or a class by its ``owner``'s name and a member of that.

    With an ``argument``: a function or a method that takes it by its name.
    """

    module: str
    name: str = ""
    owner: str = ""
    argument: str = ""

    @property
    def modules(self) -> tuple[str, ...]:
        """What may be a module by its dotted name: it, and the name in it."""
        return (self.module, f"{self.module}.{self.name}") if self.name else (self.module,)


class Version(NamedTuple):
    """A version and the day on which it came."""

    version: str
    uploaded: date


class Contents(Protocol):
    """What an archive of a version holds."""

    def has(self, symbol: Symbol) -> bool:
        """Whether the symbol is there."""


@dataclass
class History:
    """Asks the index, through what it is given, and remembers.

    Attributes:
        as_of: the project's own time; None where nothing tells.
        today: the day of asking.
        release: the newest version of a distribution on a day.
        contents: what is in a version; None where it has no wheel.
    """

    as_of: date | None
    today: date
    release: Callable[[str, date], Version | None]
    contents: Callable[[str, str], Contents | None]
    _known: dict[tuple[str, str, Symbol], bool] = field(default_factory=dict)

    def exists(self, distribution: str) -> bool:
        """Whether the index has it."""
        return bool(distribution) and self.release(distribution, self.today) is not None

    def newest(self, distribution: str) -> Version | None:
        """The newest version at the project's own time."""
        return self.release(distribution, self.as_of) if self.as_of else None

    def defines(self, distribution: str, version: str, owner: str) -> bool:
        """Whether a version has a class of that name."""
        return self._has(distribution, version, Symbol("", "", owner))

    def calls(self, distribution: str, version: str, function: str) -> bool:
        """Whether a version has a function of that name."""
        return self._has(distribution, version, Symbol("", function, "", ANY))

    def newest_with(self, distribution: str, installed: str, symbol: Symbol) -> Version | None:
        """The newest version that has a symbol: of the project's time, then older, then newer.

        Args:
            distribution: its normalised name.
            installed: the version that lacks it.
            symbol: what is missing.
        """
        missing: date | None = None
        for day in self._days():
            found = self.release(distribution, day)
            if found is None:
                break
            if found.version != installed and self._has(distribution, found.version, symbol):
                return found if missing is None else self._between(distribution, found, missing, symbol)
            missing = min(found.uploaded, day)
        return self._newer(distribution, installed, symbol)

    def _days(self) -> Iterator[date]:
        start = self.as_of or self.today
        yield from (start - timedelta(days=days) for days in _STEPS)

    def _newer(self, distribution: str, installed: str, symbol: Symbol) -> Version | None:
        found = self.release(distribution, self.today) if self.as_of else None
        if found is None or found.version == installed or not self._has(distribution, found.version, symbol):
            return None
        # The oldest that has it is nearest to the project's own time.
        low, high = self.as_of or self.today, found
        while high.uploaded - low > _NEAR:
            middle = low + (high.uploaded - low) / 2
            between = self.release(distribution, middle)
            if (
                between is not None
                and between.version != high.version
                and self._has(distribution, between.version, symbol)
            ):
                high = between
            else:
                low = middle
        return high

    def _between(self, distribution: str, having: Version, missing: date, symbol: Symbol) -> Version:
        """The newest that has it, where one that came on ``missing`` has it no more."""
        low, high = having, missing
        while high - low.uploaded > _NEAR:
            middle = low.uploaded + (high - low.uploaded) / 2
            between = self.release(distribution, middle)
            if between is None or between.version == low.version:
                low = Version(low.version, middle)
            elif self._has(distribution, between.version, symbol):
                low = between
            else:
                high = min(between.uploaded, middle)
        return low

    def _has(self, distribution: str, version: str, symbol: Symbol) -> bool:
        key = (distribution, version, symbol)
        if key not in self._known:
            contents = self.contents(distribution, version)
            self._known[key] = contents is not None and contents.has(symbol)
        return self._known[key]
