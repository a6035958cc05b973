"""What source distributions say of their releases, read while the search for a set goes on."""

from dockerize_ml.resolve.model import Ask, Locked
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.sdists import static_requirements
from dockerize_ml.resolve.state import Source, State
from dockerize_ml.resolve.uv import Uv


def source_of(uv: Uv, release: Release) -> Source:
    """What a release's source distribution, which it has, says."""
    return Source(static_requirements(release.sdist, uv.clock.left), release)


def read_anew(uv: Uv, state: State, found: tuple[Locked, ...], read: set[str]) -> bool:
    """Read the sources of versions that were taken in the end; whether one says other than what was believed.

    Args:
        uv: whom to ask.
        state: whose sources were believed.
        found: the set.
        read: what was read anew before, as ``name==version``; what is read now is added.
    """
    taken = [each for each in found if _is_other(state, each) and each.pin not in read]
    known = releases(uv, [Ask(each.name, each.text) for each in taken]) if taken else {}
    before = _believed(state)
    for name, release in known.items() if isinstance(known, dict) else ():
        if release.sdist:
            state.sources[name] = source_of(uv, release)
        read.add(release.pin)
    return before != _believed(state)


def _believed(state: State) -> tuple[set[str], set[str]]:
    """What the sources say, and which of them are built."""
    return {each.metadata for each in state.sources.values()}, set(state.built)


def _is_other(state: State, package: Locked) -> bool:
    source = state.sources.get(package.name)
    return source is not None and source.release.version != package.version
