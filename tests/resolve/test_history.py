"""Which version is chosen, from an index of a few versions."""

from datetime import date

import pytest

from dockerize_ml.resolve.history import History, Symbol, Version

RELEASES = [
    Version("0.9", date(2020, 1, 10)),
    Version("1.0", date(2021, 3, 1)),
    Version("1.1", date(2022, 6, 1)),
    Version("2.0", date(2023, 4, 3)),
    Version("2.1", date(2024, 9, 1)),
]
SYMBOL = Symbol("thing.chains")


class Holding(set[Symbol]):
    def has(self, symbol: Symbol) -> bool:
        return symbol in self


def history(having: set[str], as_of: date | None) -> History:
    def release(name: str, day: date) -> Version | None:
        return max((each for each in RELEASES if each.uploaded <= day), key=lambda each: each.uploaded, default=None)

    def contents(name: str, version: str) -> Holding | None:
        return None if version == "0.9" else Holding({SYMBOL} if version in having else set())

    return History(as_of, date(2026, 11, 1), release, contents)


CHOSEN = {
    "the newest that has it, where nothing tells the time": ({"1.0", "1.1"}, None, "2.1", "1.1"),
    "the one of the project's own time": ({"1.0", "1.1", "2.0"}, date(2022, 7, 1), "2.1", "1.1"),
    "an older one, where that time's has it no more": ({"1.0"}, date(2023, 5, 1), "2.0", "1.0"),
    "the oldest of the later ones, where it came after": ({"2.0", "2.1"}, date(2022, 7, 1), "1.1", "2.0"),
    "none, where no version has it": (set(), None, "2.1", None),
    "never the one that lacks it": ({"2.1"}, None, "2.1", None),
}


@pytest.mark.parametrize(("having", "as_of", "installed", "wanted"), CHOSEN.values(), ids=CHOSEN.keys())
def test_the_version_that_has_it(having: set[str], as_of: date | None, installed: str, wanted: str | None) -> None:
    found = history(having, as_of).newest_with("thing", installed, SYMBOL)
    assert (found.version if found else None) == wanted
