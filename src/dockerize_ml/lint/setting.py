"""One value of a settings file that knows its place, and turns into what is wanted or into an error."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from dockerize_ml.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Setting:
    """``name`` as the user wrote it, with its value and where it stands; ``within`` is the table around it."""

    name: str
    value: object
    path: str
    line: int | None = None
    within: str = ""

    @property
    def key(self) -> str:
        """The name with the tables around it."""
        return f"{self.within}.{self.name}" if self.within else self.name

    def names(self) -> tuple[str, ...]:
        """A list of texts; one text stands for a list of one."""
        values = [self.value] if isinstance(self.value, str) else self.value
        if values is None:
            return ()
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.wrong("a list of texts")
        return tuple(values)

    def rules(self) -> tuple[str, ...]:
        """A list of rules by code, beginning of a code, or name."""
        from dockerize_ml.lint.selection import check_name  # noqa: PLC0415 - it needs the rules, settings do not

        for name in self.names():
            check_name(name, path=self.path, line=self.line)
        return self.names()

    def truth(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.wrong("`true` or `false`")
        return self.value

    def choice(self, *allowed: str) -> str:
        """One of a few words."""
        if not isinstance(self.value, str) or self.value.lower() not in allowed:
            raise self.wrong(", ".join(f"`{word}`" for word in allowed), hint=_near(str(self.value), allowed))
        return self.value.lower()

    def table(self) -> tuple[Setting, ...]:
        """The entries of a table, each a setting of its own."""
        if not isinstance(self.value, dict):
            raise self.wrong("a table")
        return tuple(Setting(key, value, self.path, self.line, self.key) for key, value in self.value.items())

    def wrong(self, expected: str, *, hint: str | None = None) -> ConfigError:
        """The error for a value that is not what ``expected`` says."""
        reason = f"`{self.key}` has to be {expected}"
        return ConfigError(reason=reason, hint=hint or f"Change it to {expected}.", path=self.path, line=self.line)

    def unknown(self, known: Iterable[str]) -> ConfigError:
        """The error for a key that nobody reads."""
        known = tuple(known)
        hint = _near(self.name, known) or f"Known are {', '.join(f'`{key}`' for key in known)}."
        return ConfigError(reason=f"there is no setting `{self.key}`", hint=hint, path=self.path, line=self.line)


def _near(word: str, words: tuple[str, ...]) -> str | None:
    near = get_close_matches(word.lower(), words, n=1)
    return f"Did you mean `{near[0]}`?" if near else None
