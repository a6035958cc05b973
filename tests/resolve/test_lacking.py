"""What every environment had once."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from dockerize_ml.resolve.lacking import SETUPTOOLS, once_everywhere
from dockerize_ml.resolve.model import Locked, Question
from dockerize_ml.resolve.state import State

NO_QUESTION = cast("Question", SimpleNamespace(kept=frozenset()))
REFUSED = cast("Question", SimpleNamespace(kept=frozenset({"setuptools"})))


@pytest.mark.parametrize(
    ("as_of", "minor", "is_added"),
    [
        (date(2022, 5, 1), "3.12", True),
        (date(2024, 2, 19), "3.9", True),
        (date(2024, 2, 19), "3.12", False),
        (None, "3.9", False),
    ],
)
def test_setuptools_is_there_where_it_was(as_of: date | None, minor: str, *, is_added: bool) -> None:
    state = State([], [], [minor], as_of, "")
    assert [each.new for each in once_everywhere(NO_QUESTION, (), state)] == [SETUPTOOLS] * is_added
    assert not list(once_everywhere(REFUSED, (), state))
    assert not list(once_everywhere(NO_QUESTION, (Locked("setuptools", "69.0", "", (), ()),), state))
