"""One change to the settings, which are all that mending ever changes; the other files follow from them."""

from dataclasses import dataclass
from typing import Literal

Setting = Literal[
    "requirements",
    "apt-packages",
    "build-packages",
    "folders",
    "env",
    "python",
    "as-of",
    "localhost",
    "kind",
    "port",
    "timeout",
    "drop",
]
LISTS: frozenset[Setting] = frozenset({"requirements", "apt-packages", "build-packages", "folders"})
TABLES: frozenset[Setting] = frozenset({"env"})
EMPTIED: frozenset[Setting] = frozenset({"drop"})
NUMBERS: frozenset[Setting] = frozenset({"port", "timeout"})


@dataclass(frozen=True, slots=True)
class Change:
    """A value for a setting; one that is a list or a table gets it added.

    Attributes:
        setting: its name as it stands in the file.
        values: one, or several for a list; ``NAME=VALUE`` for a table; none for a list that is to be empty.
        why: what shows that it is needed, as a sentence.
        also: what has to be changed with it.
    """

    setting: Setting
    values: tuple[str, ...]
    why: str
    also: tuple["Change", ...] = ()

    @property
    def all(self) -> tuple["Change", ...]:
        """It, and what has to be changed with it."""
        return (self, *self.also)

    @property
    def text(self) -> str:
        """As it stands in the settings: ``requirements += "openai<1"``."""
        return "; ".join(each.own_text for each in self.all)

    @property
    def own_text(self) -> str:
        """Its own setting alone."""
        if self.setting in EMPTIED:
            return f"{self.setting} = []"
        shown = ", ".join(value if self.setting in NUMBERS else f'"{value}"' for value in self.values)
        return f"{self.setting} {'+=' if self.setting in LISTS | TABLES else '='} {shown}"
