"""All that has no wheel is found at once, and not one after the other."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.resolve import Wish
from dockerize_ml.resolve.sourcing import read_ahead
from dockerize_ml.resolve.state import State
from dockerize_ml.resolve.uv import Answer, Clock, Uv

Make = Callable[[dict[str, str]], Path]
NAMES = ("configs", "nanos", "plies", "tries")


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The options of each search for a whole set."""
    found: list[Sequence[str]] = []
    compiled = Uv.compile

    def compile_(self: Uv, files: dict[str, str], options: Sequence[str]) -> Answer:
        found.extend([options] if "--only-binary" in options else [])
        return compiled(self, files, options)

    monkeypatch.setattr(Uv, "compile", compile_)
    return found


def test_what_several_need_is_read_in_one_go(
    folder: Make, wheel: Callable[..., None], sdist: Callable[..., Path], searched: list[Sequence[str]], shelf: Path
) -> None:
    for version in ("1.0", "1.1", "1.2"):
        wheel("flow", version, *NAMES)
    for name in NAMES:
        sdist(name, "2.0", {f"{name}.egg-info/requires.txt": "\n"})
    lock = pipeline.lock(folder({"job.py": "import flow\n", "requirements.txt": "flow\n"}), {}, Wish(lock=True)).lock
    assert lock is not None
    assert sorted(each.text for each in lock.compiled) == [f"{name}==2.0" for name in NAMES]
    assert len(searched) == 2
    assert not (shelf / "ran").exists()


def test_what_has_to_be_compiled_is_answered_when_it_is_in_the_way(
    folder: Make, wheel: Callable[..., None], sdist: Callable[..., Path], searched: list[Sequence[str]]
) -> None:
    wheel("flow", "1.0", "thing")
    sdist("thing", "1.0", {"thing.egg-info/requires.txt": "\n", "thing.c": "int x;"})
    lock = pipeline.lock(folder({"job.py": "import flow\n", "requirements.txt": "flow\n"}), {}, Wish(lock=True)).lock
    assert lock is not None
    assert [each.text for each in lock.compiled] == ["thing==1.0"]
    assert len(searched) == 2


def test_one_that_there_is_none_of_does_not_keep_the_others_from_being_read(
    wheel: Callable[..., None], sdist: Callable[..., Path]
) -> None:
    wheel("other", "1.0")
    for name in NAMES:
        sdist(name, "2.0", {f"{name}.egg-info/requires.txt": "\n"})
    state = State(asks=[], bounds=[], pythons=["3.11"], as_of=None, as_of_why="")
    looked_at: set[str] = set()
    assert read_ahead(Uv(Clock.of(60)), state, ("configs", "ghost", "other", "nanos"), looked_at)
    assert sorted(state.sources) == ["configs", "nanos"]
    assert not read_ahead(Uv(Clock.of(60)), state, ("configs", "ghost"), looked_at)


def test_what_is_not_in_the_set_says_nothing_about_its_tools(
    folder: Make, wheel: Callable[..., None], sdist: Callable[..., Path]
) -> None:
    wheel("flow", "1.1", "conf")
    wheel("flow", "1.0", "old")
    sdist("conf", "1.0", {"conf.egg-info/requires.txt": "\n"})
    sdist("old", "1.0", {"old.egg-info/requires.txt": "\n", "setup.py": "setup(use_2to3=True)\n"})
    lock = pipeline.lock(folder({"job.py": "import flow\n", "requirements.txt": "flow\n"}), {}, Wish(lock=True)).lock
    assert lock is not None
    (conf,) = lock.compiled
    assert (conf.text, conf.tools_of.year > 2021) == ("conf==1.0", True)


def test_uv_is_quoted_without_what_it_thinks(wheel: Callable[..., None]) -> None:
    wheel("flow", "1.0", "other>2")
    wheel("other", "1.0")
    answer = Uv(Clock.of(60)).compile({"asks.in": "flow\n"}, [])
    assert (answer.ok, answer.brought) == (False, ("other",))
    assert "No solution found" in answer.errors
    assert "DEBUG" not in answer.errors
