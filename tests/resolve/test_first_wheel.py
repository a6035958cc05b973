"""Projects of a time whose versions had no wheel for any Python that there is an image of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from dockerize_ml.resolve.first_wheel import first_wheel, put_off_for_python, put_off_to_a_wheel, took_first_left
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.state import State
from dockerize_ml.resolve.uv import Answer

LOCK = """lock-version = "1.0"
[[packages]]
name = "arrow"
version = "0.11.0"
wheels = [{{ url = "https://x/arrow-0.11.0-{tag}.whl", upload-time = 2018-10-11T00:00:00Z }}]
"""
THEN = date(2017, 10, 6)


@dataclass
class Asked:
    """Answers as uv does, and keeps what it was asked."""

    tag: str = "cp37-cp37m-manylinux1_x86_64"
    ok: bool = True
    platforms: tuple[str, ...] = ("linux/amd64",)
    options: list[str] = field(default_factory=list)

    def compile(self, files: dict[str, str], options: Sequence[str]) -> Answer:
        self.options = [files["asks.in"].strip(), *options]
        return Answer(self.ok, LOCK.format(tag=self.tag), "")


def test_the_first_version_for_the_oldest_python_is_looked_for() -> None:
    uv = Asked()
    first = first_wheel(uv, Ask("arrow", "arrow>=0.4"), ["3.9", "3.10", "3.7"], THEN)  # type: ignore[arg-type]
    assert first is not None
    assert (first.pin, first.uploaded) == ("arrow==0.11.0", date(2018, 10, 11))
    assert uv.options[0] == "arrow>=0.4"
    assert uv.options[uv.options.index("--python-version") + 1] == "3.7"
    assert uv.options[uv.options.index("--resolution") + 1] == "lowest"


@pytest.mark.parametrize(
    ("uv", "as_of"),
    [
        (Asked(), None),
        (Asked(), date(2018, 10, 11)),
        (Asked(), date(2015, 1, 1)),
        (Asked(ok=False), THEN),
        (Asked(tag="cp38-cp38-manylinux1_x86_64"), THEN),
    ],
    ids=["it is of today", "it was there already", "it came long after", "there is none", "it is for another"],
)
def test_otherwise_nothing_is_put_off(uv: Asked, as_of: date | None) -> None:
    state = State([], [], ["3.7"], as_of, "last commit")
    assert not put_off_to_a_wheel(uv, Ask("arrow", "arrow"), state)  # type: ignore[arg-type]
    assert state.as_of == as_of


def test_the_day_is_put_off_and_told() -> None:
    state = State([], [], ["3.9", "3.7"], THEN, "last commit")
    assert put_off_to_a_wheel(Asked(), Ask("arrow", "arrow"), state)  # type: ignore[arg-type]
    assert state.as_of == date(2018, 10, 11)
    assert state.as_of_why == (
        "arrow==0.11.0, the first with a wheel for these Pythons, came out that day, "
        "later than 2017-10-06 (last commit)"
    )


@pytest.mark.parametrize(
    ("text", "pythons", "as_of", "is_put_off"),
    [
        ("arrow", ["3.9", "3.7"], THEN, True),
        ("arrow", ["3.9", "3.7"], date(2018, 9, 1), True),
        ("arrow", ["3.9", "3.7"], date(2018, 10, 1), False),
        ("arrow==0.4.0", ["3.9", "3.7"], THEN, False),
        ("arrow", ["3.9", "3.6"], THEN, False),
        ("arrow", ["3.9", "3.7"], None, False),
    ],
    ids=["older", "a season later", "of its time", "pinned", "there was such a Python", "it is of today"],
)
def test_what_has_to_be_compiled_is_put_off_where_no_python_is_of_its_time(
    text: str, pythons: list[str], as_of: date | None, *, is_put_off: bool
) -> None:
    state = State([], [], pythons, as_of, "last commit")
    assert put_off_for_python(Asked(), Ask("arrow", text), state) == is_put_off  # type: ignore[arg-type]


def test_the_first_that_is_not_withdrawn_is_asked_for() -> None:
    state = State([Ask("arrow", "arrow")], [], ["3.9"], THEN, "last commit")
    assert took_first_left(Asked(), state.asks[0], state)  # type: ignore[arg-type]
    assert [ask.text for ask in state.asks] == ["arrow==0.11.0"]
    assert state.repairs[0].reason == (
        "All that there was of it by 2017-10-06 is withdrawn; 0.11.0 is the first that is not."
    )


@pytest.mark.parametrize(
    ("text", "as_of"),
    [("arrow==0.10.0", THEN), ("arrow", None), ("arrow", date(2019, 1, 1))],
    ids=["a pin", "it is of today", "it was there already"],
)
def test_otherwise_nothing_else_is_asked_for(text: str, as_of: date | None) -> None:
    state = State([Ask("arrow", text)], [], ["3.9"], as_of, "last commit")
    assert not took_first_left(Asked(), state.asks[0], state)  # type: ignore[arg-type]
    assert [ask.text for ask in state.asks] == [text]
