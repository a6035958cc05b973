"""One change to the settings, which are all that mending ever changes; the other files follow from them."""

from dataclasses import dataclass
from typing import Literal

Setting = Literal["requirements", "apt-packages", "build-packages", "python", "as-of", "localhost"]
LISTS: frozenset[Setting] = frozenset({"requirements", "apt-packages", "build-packages"})


@dataclass(frozen=True, slots=True)
class Change:
    """A value for a setting; one that is a list gets it added.

    Attributes:
        setting: its name as it stands in the file.
        values: one, or several for a list.
        why: what shows that it is needed, as a sentence.
    """

    setting: Setting
    values: tuple[str, ...]
    why: str

    @property
    def text(self) -> str:
        """As it stands in the settings: ``requirements += "openai<1"``."""
        shown = ", ".join(f'"{value}"' for value in self.values)
        return f"{self.setting} {'+=' if self.setting in LISTS else '='} {shown}"
