"""Distributions that another day counts for than the project's."""

from datetime import date

import pytest

from dockerize_ml.resolve.days import days_apart
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.state import State


@pytest.mark.parametrize(
    ("ask", "apart"),
    [
        (Ask("flask", "flask>=2"), []),
        (Ask("flask", "flask==2.0"), ["flask=false"]),
        (Ask("gunicorn", "gunicorn>=22", is_ours=True), ["gunicorn=false"]),
        (Ask("bokeh", "bokeh", is_ours=True), []),
    ],
    ids=["loose", "pinned", "a server of a version", "a server that is a library"],
)
def test_what_another_day_counts_for(ask: Ask, apart: list[str]) -> None:
    state = State([ask], [], ["3.9"], date(2022, 5, 6), "")
    assert list(days_apart(state, [ask])) == apart
