"""Which hits the pragmas of a file silence, and which pragmas silence nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.lint.pragmas import ALL, Pragma
from dockerize_ml.lint.registry import by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.lint.finding import Hit, Level
    from dockerize_ml.lint.pragmas import Origin
    from dockerize_ml.lint.selection import Selection

_HADOLINT_CODE = re.compile(r"(?:DL|SC)[0-9]+")
_UNSILENCED = frozenset({"DL1000"})
"""A file that BuildKit refuses stays refused, whatever its comments say."""


class Row(NamedTuple):
    """A hit with the names of the rule it comes from."""

    code: str
    name: str
    aliases: tuple[str, ...]
    level: Level
    hit: Hit

    def answers_to(self, token: str, origin: Origin) -> bool:
        """Whether a pragma that names ``token`` means this row; BuildKit compares names letter by letter."""
        if origin == "check":
            return token in self.aliases or (token == ALL and bool(self.aliases))
        return token.lower() in (self.code.lower(), self.name.lower(), *(alias.lower() for alias in self.aliases))


class Unused(NamedTuple):
    """A name in a pragma that silenced nothing."""

    pragma: Pragma
    code: str


def suppress(rows: Iterable[Row], pragmas: tuple[Pragma, ...]) -> tuple[list[Row], set[tuple[int, str]]]:
    """The rows that no pragma silences; and what was used: the pragma's place and the name in it."""
    if not pragmas:
        return list(rows), set()
    reaching = _Reaching([pragma for pragma in pragmas if not is_void(pragma)])
    used: set[tuple[int, str]] = set()
    kept: list[Row] = []
    for row in rows:
        silencing = set(_silencing(row, reaching))
        used |= silencing
        if not silencing:
            kept.append(row)
    return kept, used


def unused(pragmas: tuple[Pragma, ...], used: set[tuple[int, str]], selection: Selection) -> Iterator[Unused]:
    """The names that silenced nothing, of rules that ran."""
    for pragma in pragmas:
        for code in pragma.codes:
            if (pragma.span.start, code) not in used and not is_void(pragma) and _ran(code, selection):
                yield Unused(pragma, code)


class _Reaching:
    """Finds the pragmas that speak of a place; those for one instruction without looking at all of them."""

    def __init__(self, pragmas: list[Pragma]) -> None:
        self._wide = [pragma for pragma in pragmas if not pragma.is_inline]
        self._inline: dict[int, list[Pragma]] = {}
        for pragma in pragmas:
            if pragma.is_inline and pragma.reach is not None:
                self._inline.setdefault(pragma.reach.start, []).append(pragma)
        self._starts = sorted(self._inline)

    def at(self, offset: int) -> Iterator[Pragma]:
        index = bisect_right(self._starts, offset)
        near = self._inline[self._starts[index - 1]] if index else []
        yield from (pragma for pragma in (*self._wide, *near) if pragma.covers(offset))


def _silencing(row: Row, pragmas: _Reaching) -> Iterator[tuple[int, str]]:
    if row.code in _UNSILENCED:
        return
    for pragma in pragmas.at(row.hit.span.start):
        yield from ((pragma.span.start, code) for code in pragma.codes if row.answers_to(code, pragma.origin))


def is_void(pragma: Pragma) -> bool:
    """Whether hadolint drops the whole comment because of one name that it cannot read; we say so (ML002)."""
    if pragma.origin != "hadolint":
        return False
    return not all(_HADOLINT_CODE.fullmatch(code) or code.lower() in by_name() for code in pragma.codes)


def _ran(code: str, selection: Selection) -> bool:
    if code.upper().startswith("SC"):
        return selection.has_shellcheck(code.upper())
    return any(rule in selection.rules for rule in by_name().get(code.lower(), ()))
