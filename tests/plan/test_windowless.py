"""Variables that keep old releases from opening windows."""

import pytest

from dockerize_ml.config import Settings
from dockerize_ml.plan.windowless import windowless

KEPT = {
    "the last that opens one": ({"matplotlib": "2.2.5"}, Settings(), [("MPLBACKEND", "Agg")]),
    "one that finds out": ({"matplotlib": "3.0.0"}, Settings(), []),
    "not installed": ({"pandas": "1.0.5"}, Settings(), []),
    "set by the user": ({"matplotlib": "2.2.5"}, Settings(env={"MPLBACKEND": "svg"}), []),
}


@pytest.mark.parametrize(("versions", "settings", "variables"), KEPT.values(), ids=KEPT.keys())
def test_the_variables_that_are_set(
    versions: dict[str, str], settings: Settings, variables: list[tuple[str, str]]
) -> None:
    made = list(windowless(versions, settings))
    assert [pair for each in made for pair in each.variables] == variables
    assert all(each.why for each in made)
