"""Where a search for a set of versions stands."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from dockerize_ml.resolve.model import Ask, Repair
from dockerize_ml.resolve.releases import Release
from dockerize_ml.resolve.sdists import SourceRequires


class Source(NamedTuple):
    """What a source distribution says of its release: where there is no wheel, or its own words are of no use."""

    says: SourceRequires
    release: Release

    @property
    def metadata(self) -> str:
        """What it says, as a table of uv's settings."""
        # What JSON writes between quotation marks, TOML reads.
        listed = ", ".join(json.dumps(text) for text in self.says.requirements)
        return f'[[dependency-metadata]]\nname = "{self.release.name}"\nrequires-dist = [{listed}]\n'


@dataclass
class State:
    """Where the search stands.

    Attributes:
        asks: what is still asked for.
        bounds: limits on what the asks bring along.
        pythons: the versions that are left, the one to try in front.
        python_why: why the ones before it were given up.
        overrides: what whoever asks for that name gets instead.
        sources: those that say what they require by their source.
        undated: those of which the index does not tell since when it has them.
        first_day: the project's own time and why, once that had to be put off.
    """

    asks: list[Ask]
    bounds: list[Ask]
    pythons: list[str]
    as_of: date | None
    as_of_why: str
    python_why: str = ""
    repairs: list[Repair] = field(default_factory=list)
    overrides: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    undated: set[str] = field(default_factory=set)
    first_day: str = ""

    @property
    def built(self) -> dict[str, Source]:
        """Those of the sources that have no wheel for the Python in front."""
        return {name: each for name, each in self.sources.items() if self.pythons[0] not in each.release.pythons}

    def ask(self, name: str) -> Ask | None:
        """The first that asks for a distribution."""
        return next((ask for ask in self.asks if ask.name == name), None)

    def replace(self, ask: Ask, new: Ask, reason: str) -> None:
        """Ask for something else instead, and tell why."""
        self.asks[self.asks.index(ask)] = new
        self.repairs.append(Repair("replaced", ask.name, ask.text, new.text, reason, ask.at))

    def put_off(self, day: date, what: str) -> bool:
        """Go to the day that a requirement was out; false where that changes nothing."""
        if self.as_of is None or day <= self.as_of:
            return False
        self.first_day = self.first_day or f"{self.as_of} ({self.as_of_why})"
        self.as_of_why = f"{what} came out that day, later than {self.first_day}"
        self.as_of = day
        return True

    def go_on_with(self, pythons: list[str], why: str) -> None:
        """Leave out the other Pythons."""
        if pythons[0] != self.pythons[0]:
            self.python_why = why
            # Where there is a wheel now, it speaks for itself.
            self.sources = {name: each for name, each in self.sources.items() if pythons[0] not in each.release.pythons}
        self.pythons = pythons

    def settle(self, ask: Ask, new: Ask, reason: str) -> None:
        """Ask for something else instead, or for it as well where only other packages ask, and tell why."""
        if ask in self.asks:
            self.replace(ask, new, reason)
        else:
            self.asks.append(new)
            self.repairs.append(Repair("added", new.name, "", new.text, reason))
