"""Those of a set that have no wheel, and with which build tools they are built."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, timedelta

from packaging.requirements import Requirement

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.knowledge.imports import distributions_of, normalised
from dockerize_ml.knowledge.pythons import python
from dockerize_ml.manifests.markers import holds
from dockerize_ml.manifests.names import canonical
from dockerize_ml.resolve.model import Ask, Compiled, Locked
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.sdists import SourceRequires
from dockerize_ml.resolve.state import Source, State
from dockerize_ml.resolve.uv import TimeUpError, Uv

# Until build tools have learned what a new Python, or a new release, does otherwise.
_TO_LEARN = timedelta(days=90)
# What is there wherever something is built in place.
_EVERYWHERE = frozenset({"setuptools", "wheel"})


def compiled(uv: Uv, state: State, found: Iterable[Locked]) -> tuple[Compiled, ...]:
    """Those that have no wheel for the Python in front.

    Args:
        uv: whom to ask.
        state: of the search that found the set.
        found: the set.
    """
    packages = [*found]
    # The search may have read the sources of others, too.
    built = {each.name: state.built[each.name] for each in packages if each.name in state.built}
    names = _EVERYWHERE | {each.name for each in packages}
    return tuple(
        Compiled(
            each.text,
            _tools_of(state.pythons[0], source.release, built.values()),
            source.says.is_native,
            in_place=_takes_for_granted(source.says, names - {each.name})
            or (source.says.is_native and _is_in_place(uv, source.says, state.pythons[0], names)),
            is_whole=source.says.is_unread,
            uses_openmp=source.says.uses_openmp,
        )
        for each in packages
        if (source := built.get(each.name))
    )


def _takes_for_granted(says: SourceRequires, names: Collection[str]) -> bool:
    """Whether its setup.py imports what others of the set bring, and nothing says that building it takes that."""
    taken = {name for module in says.imported for name in (*distributions_of(module), normalised(module))}
    return says.is_legacy and not taken.isdisjoint({*names} - _EVERYWHERE)


def _is_in_place(uv: Uv, says: SourceRequires, minor: str, names: Collection[str]) -> bool:
    """Whether it is built beside what it requires.

    Either only its setup.py knows what building it takes, or it names exact versions for that which would have to be
    compiled for this Python first (an old numpy takes a quarter of an hour), while the set has others with wheels.
    """
    if says.is_legacy:
        return True
    required = map(Requirement, says.built_with)
    wanted = [each for each in required if not each.marker or holds(str(each.marker), python=minor)]
    if not {canonical(each.name) for each in wanted} <= {*names}:
        return False
    pins = [Ask(canonical(each.name), str(each).partition(";")[0]) for each in wanted if _is_exact(each)]
    try:
        known = releases(uv, pins) if pins else {}
    except TimeUpError:
        return False
    return isinstance(known, dict) and any(minor not in each.pythons for each in known.values())


def _is_exact(requirement: Requirement) -> bool:
    return any(each.operator == "==" and "*" not in each.version for each in requirement.specifier)


def _tools_of(minor: str, release: Release, built: Iterable[Source]) -> date:
    """The first day on which tools knew both the release and the Python, before they lost what a setup.py takes."""
    chosen = python(minor)
    days = (release.uploaded, chosen.released if chosen else None, build_tool("setuptools").since)
    known = min(max(day for day in (*days, date.min) if day) + _TO_LEARN, datetime.now(UTC).date())
    until = [day for each in built if (day := each.says.tools_until)]
    return min(known, *(day - timedelta(days=1) for day in until)) if until else known
