"""What the index has of one requirement."""

import time
from collections.abc import Callable

from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.releases import releases
from dockerize_ml.resolve.uv import Clock, Uv


def test_a_release_that_leaves_out_one_python_is_found(wheel: Callable[..., None]) -> None:
    wheel("thing", "1.0", python=">=3.8,!=3.9.7")
    for lowest in (False, True):
        found = releases(Uv(Clock(time.monotonic() + 60)), [Ask("thing", "thing>=1.0")], lowest=lowest)
        assert isinstance(found, dict)
        assert {each.pin for each in found.values()} == {"thing==1.0"}


def test_what_is_compiled_is_told_from_what_is_not(wheel: Callable[..., None]) -> None:
    wheel("plain", "1.0")
    wheel("fast", "1.0", tag="cp311-cp311-manylinux_2_17_x86_64")
    found = releases(Uv(Clock(time.monotonic() + 60)), [Ask("plain", "plain"), Ask("fast", "fast")])
    assert isinstance(found, dict)
    assert {name: each.is_pure for name, each in found.items()} == {"plain": True, "fast": False}
