"""Versions that can neither be installed nor built, and the nearest that can be."""

from collections.abc import Sequence
from typing import NamedTuple

from dockerize_ml.knowledge.uncompilable import uncompilable
from dockerize_ml.resolve.first_wheel import lowest_wheel
from dockerize_ml.resolve.releases import Release
from dockerize_ml.resolve.uv import Uv

_REFUSED = "uv does not unpack the sources of the version of that time; a later one has a wheel."


class StandIn(NamedTuple):
    """The version to take instead, as ``name==version``, and why."""

    pin: str
    why: str


def stand_in(uv: Uv, release: Release, pythons: Sequence[str], *, is_refused: bool) -> StandIn | None:
    """A version that can be installed, for one that has no wheel and cannot be built; None where it can, or none is.

    Args:
        uv: whom to ask.
        release: the version without a wheel.
        pythons: minor versions that come into question, the one to try first in front.
        is_refused: whether uv does not even unpack its source.
    """
    hard = uncompilable(release.name, release.version)
    if hard is not None and hard.take:
        return StandIn(f"{release.name}=={hard.take}", hard.why)
    if hard is None and not is_refused:
        return None
    later = f"{release.name}>{release.version}"
    found = next((each for minor in pythons if (each := lowest_wheel(uv, later, minor))), None)
    return StandIn(found.pin, hard.why if hard else _REFUSED) if found else None
