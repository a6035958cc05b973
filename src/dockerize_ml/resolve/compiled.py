"""Those of a set that have no wheel, and with which build tools they are built."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.knowledge.pythons import python
from dockerize_ml.resolve.model import Compiled, Locked
from dockerize_ml.resolve.releases import Release
from dockerize_ml.resolve.state import State

# Until build tools have learned what a new Python, or a new release, does otherwise.
_TO_LEARN = timedelta(days=90)


def compiled(state: State, found: Iterable[Locked]) -> tuple[Compiled, ...]:
    """Those that have no wheel for the Python in front.

    Args:
        state: of the search that found the set.
        found: the set.
    """
    built = state.built
    return tuple(
        Compiled(
            each.text,
            _tools_of(state, source.release),
            source.says.is_native,
            in_place=source.says.is_native and source.says.is_legacy,
            is_whole=source.says.is_unread,
        )
        for each in found
        if (source := built.get(each.name))
    )


def _tools_of(state: State, release: Release) -> date:
    """The first day on which tools knew both the release and the Python, before they lost what a setup.py takes."""
    chosen = python(state.pythons[0])
    days = (release.uploaded, chosen.released if chosen else None, build_tool("setuptools").since)
    known = min(max(day for day in (*days, date.min) if day) + _TO_LEARN, datetime.now(UTC).date())
    until = [day for each in state.sources.values() if (day := each.says.tools_until)]
    return min(known, *(day - timedelta(days=1) for day in until)) if until else known
