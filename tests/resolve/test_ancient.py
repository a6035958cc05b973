"""Versions of long before, which the resolver takes where something is in the way of newer ones."""

from datetime import date

import pytest

from dockerize_ml.resolve import ancient
from dockerize_ml.resolve.ancient import lower_limits
from dockerize_ml.resolve.model import Ask, Locked
from dockerize_ml.resolve.releases import Release
from dockerize_ml.resolve.trouble import Trouble
from dockerize_ml.resolve.uv import Clock, Uv

DAYS = {"0.1.0": date(2023, 3, 31), "1.0.0": date(2023, 12, 1), "2.7.0": date(2025, 8, 1), "2.8.3": date(2025, 10, 6)}


@pytest.mark.parametrize(
    ("ask", "got", "limits"),
    [
        ("chat", "0.1.0", ["chat>=2"]),
        ("chat[web]>=0.1", "0.1.0", ["chat[web]>=2"]),
        ("chat", "1.0.0", ["chat>=2"]),
        ("chat", "2.7.0", []),
        ("chat==0.1.0", "0.1.0", []),
    ],
)
def test_the_least_is_the_newest_major_version(
    ask: str, got: str, limits: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def releases(_: Uv, asks: list[Ask], as_of: date | None) -> dict[str, Release]:
        return {
            each.name: Release(each.name, version, DAYS[version], frozenset(), "")
            for each in asks
            for version in [each.text.partition("==")[2] or "2.8.3"]
        }

    monkeypatch.setattr(ancient, "releases", releases)
    found = (Locked("chat", got, f"chat=={got}", (), ()),)
    told = lower_limits(Uv(Clock.of(9)), [Ask("chat", ask)], found, date(2025, 10, 9))
    assert [each.new for each in told] == limits


def test_a_server_of_ours_that_is_newer_than_the_project_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def releases(_: Uv, asks: list[Ask], as_of: date | None) -> dict[str, Release] | Trouble:
        if any(each.is_ours for each in asks):
            return Trouble("no version", "server", ">=22", "there is no version of server>=22")
        version = "0.1.0" if as_of is None else "2.8.3"
        return {each.name: Release(each.name, version, DAYS[version], frozenset(), "") for each in asks}

    monkeypatch.setattr(ancient, "releases", releases)
    found = (Locked("chat", "0.1.0", "chat==0.1.0", (), ()), Locked("server", "27.0", "server==27.0", (), ()))
    asks = [Ask("chat", "chat"), Ask("server", "server>=22", is_ours=True)]
    told = lower_limits(Uv(Clock.of(9)), asks, found, date(2025, 10, 9))
    assert [each.new for each in told] == ["chat>=2"]
