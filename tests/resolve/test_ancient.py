"""Versions of long before, which the resolver takes where something is in the way of newer ones."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve import ancient, of_its_time, resolve
from dockerize_ml.resolve.ancient import lower_limits, newer_versions
from dockerize_ml.resolve.model import Ask, Locked, Repair
from dockerize_ml.resolve.releases import Release
from dockerize_ml.resolve.trouble import Trouble
from dockerize_ml.resolve.uv import Clock, Uv

DAYS = {
    "0.1.0": date(2023, 3, 31),
    "1.0.0": date(2023, 12, 1),
    "2.7.0": date(2025, 8, 1),
    "2.8.0": date(2024, 10, 1),
    "2.8.3": date(2025, 10, 6),
}


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


@pytest.mark.parametrize(
    ("got", "limits"),
    [("2.7.0", []), ("1.0.0", ["chat>=2.8"]), ("2.8.0", ["chat>=2.8.3"])],
    ids=["of weeks before", "of two years before", "of the same series and a year before"],
)
def test_another_python_may_have_the_newest_series(
    got: str, limits: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def releases(_: Uv, asks: list[Ask], as_of: date | None) -> dict[str, Release]:
        version = asks[0].text.partition("==")[2] or "2.8.3"
        return {"chat": Release("chat", version, DAYS[version], frozenset(), "")}

    monkeypatch.setattr(ancient, "releases", releases)
    found = (Locked("chat", got, f"chat=={got}", (), ()),)
    told = newer_versions(Uv(Clock.of(9)), [Ask("chat", "chat")], found, date(2025, 10, 9))
    assert [each.new for each in told] == limits


@pytest.mark.parametrize(
    ("needs", "got"),
    [
        (["core==1.0"], ("3.11", "2.0")),
        (["core==3.0"], ("3.12", "1.0")),
        (["core==1.0", "other==1.0"], ("3.12", "1.0")),
    ],
    ids=["an older Python has it", "no Python has it", "something else gets older"],
)
def test_half_a_year_is_made_up_by_another_python(
    folder: Callable[[dict[str, str]], Path],
    wheel: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    needs: list[str],
    got: tuple[str, str],
) -> None:
    def limits(_: Uv, asks: list[Ask], found: tuple[Locked, ...], as_of: date | None) -> Iterator[Repair]:
        if any(each.pin == "chat==1.0" for each in found):
            yield Repair("bound", "chat", "", "chat>=2.0", f"It is of long before {as_of}.")

    monkeypatch.setattr(of_its_time, "newer_versions", limits)
    wheel("chat", "1.0")
    wheel("chat", "2.0", *needs)
    wheel("core", "1.0", tag="cp311-cp311-manylinux_2_17_x86_64")
    wheel("other", "1.0")
    wheel("other", "2.0")
    root = folder({"job.py": "import chat, other\nprint(chat, other)\n", "requirements.txt": "chat\nother\n"})
    made = pipeline.lock(root, {}, resolve.Wish(lock=True)).lock
    assert made is not None
    assert (made.python, {each.name: each.version for each in made.packages}["chat"]) == got


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


def test_what_was_added_gets_no_version_of_long_before_either(
    folder: Callable[[dict[str, str]], Path],
    wheel: Callable[..., None],
    sdist: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def limits(
        _: Uv, asks: list[Ask], found: tuple[Locked, ...], as_of: date | None, limited: set[str]
    ) -> Iterator[Repair]:
        assert {ask.name for ask in asks} <= limited
        if any(each.text.startswith("pyyaml==1.") for each in found) and any(ask.name == "pyyaml" for ask in asks):
            yield Repair("bound", "pyyaml", "", "pyyaml>=6", f"It is of long before {as_of}.")

    monkeypatch.setattr(of_its_time, "lower_limits", limits)
    wheel("flask", "2.0.0")
    wheel("gunicorn", "23.0.0")
    wheel("pyyaml", "1.0")
    wheel("pyyaml", "6.0", "gears")
    sdist("gears", "1.0", {"PKG-INFO": "Metadata-Version: 2.1\nName: gears\nVersion: 1.0\n"})
    root = folder({"app.py": "import flask\nimport yaml\napp = flask.Flask(__name__)\n", "requirements.txt": "flask\n"})
    made = pipeline.lock(root, {}, resolve.Wish(lock=True)).lock
    assert made is not None
    assert "pyyaml==6.0" in {each.text for each in made.packages}


@pytest.mark.parametrize(
    ("pythons", "sdist", "limited", "limits"),
    [
        (frozenset(), "https://x/ledger-2.8.3.tar.gz", set(), ["ledger>=2"]),
        (frozenset({"3.7"}), "https://x/ledger-2.8.3.tar.gz", set(), []),
        (frozenset(), "", set(), []),
        (frozenset(), "https://x/ledger-2.8.3.tar.gz", {"ledger"}, []),
    ],
    ids=["only its source is new", "somebody may have limited it", "there is nothing to take", "we did"],
)
def test_what_is_brought_along_counts_where_only_its_source_is_new(
    pythons: frozenset[str], sdist: str, limited: set[str], limits: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def releases(_: Uv, asks: list[Ask], as_of: date | None) -> dict[str, Release]:
        return {
            each.name: Release(each.name, version, DAYS[version], pythons if version == "2.8.3" else frozenset(), sdist)
            for each in asks
            for version in [each.text.partition("==")[2] or "2.8.3"]
        }

    monkeypatch.setattr(ancient, "releases", releases)
    found = (
        Locked("ledger", "0.1.0", "ledger==0.1.0", (), ("books",)),
        Locked("books", "2.8.3", "books==2.8.3", (), ()),
    )
    told = lower_limits(Uv(Clock.of(9)), [Ask("books", "books")], found, date(2025, 10, 9), limited)
    assert [each.new for each in told] == limits
