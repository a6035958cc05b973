"""What source distributions say of their releases, read while the search for a set goes on."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

from dockerize_ml.resolve.model import Ask, Locked
from dockerize_ml.resolve.relaxing import is_pinned
from dockerize_ml.resolve.releases import Release, releases
from dockerize_ml.resolve.sdists import static_requirements
from dockerize_ml.resolve.state import Source, State
from dockerize_ml.resolve.uv import Uv

# Of one distribution; each is fetched.
_MOST_OLDER = 6
# The names are those of the newest releases first.
_MOST_AHEAD = 120
_AT_ONCE = 8


def source_of(uv: Uv, release: Release) -> Source:
    """What a release's source distribution, which it has, says."""
    return Source(static_requirements(release.sdist, uv.clock.left), release)


def sources_of(uv: Uv, wanted: Iterable[Release]) -> list[Source]:
    """What several say, in their order; they are fetched at the same time."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return [*pool.map(partial(source_of, uv), wanted)]


def read_ahead(uv: Uv, state: State, brought: Iterable[str], looked_at: set[str]) -> bool:
    """Read at once the sources of all that has no wheel for any Python; whether there is something new.

    The resolver names one such obstacle at a time, after it has tried every release of whatever needs it.

    Args:
        uv: whom to ask.
        state: of the search, whose sources are added to.
        brought: the names of what others ask for.
        looked_at: those that were looked at before; these are added.
    """
    names = [name for name in brought if name not in looked_at and state.ask(name) is None][:_MOST_AHEAD]
    looked_at.update(names)
    known = _known(uv, names, state.as_of)
    without = [each for each in known if not each.pythons and each.sdist and each.name not in state.sources]
    # What is hard to build is answered when it is in the way.
    easy = [each for each in sources_of(uv, without) if not each.says.is_native and not each.says.is_refused]
    state.sources |= {each.release.name: each for each in easy}
    return bool(easy)


def _known(uv: Uv, names: list[str], as_of: date | None) -> list[Release]:
    """The newest releases of those that have any: an answer about several is none where one of them has not."""
    left = list(names)
    while left:
        found = releases(uv, [Ask(name, name) for name in left], as_of)
        if isinstance(found, dict):
            return [*found.values()]
        if found.name not in left:
            break
        left.remove(found.name)
    return []


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


def takes_older(uv: Uv, state: State, names: Iterable[str], read: set[str]) -> bool:
    """Go back to the first release that requires something else, for one that is in the way and has no wheel.

    What its newest source says stands for every release of it, so that the resolver cannot find that by itself.

    Args:
        uv: whom to ask.
        state: of the search, which is changed.
        names: those that are in the way.
        read: what was read before, as ``name==version``; what is read now is added.
    """
    for name in names:
        source, ask = state.sources.get(name), state.ask(name)
        if source is None or (ask is not None and is_pinned(ask)):
            continue
        older: Source | None = source
        while older is not None and sum(pin.startswith(f"{name}==") for pin in read) < _MOST_OLDER:
            older = _before(uv, older.release, state)
            if older is None:
                break
            read.add(older.release.pin)
            if {*older.says.requirements} != {*source.says.requirements}:
                state.sources[name] = older
                state.bounds.append(Ask(name, f"{name}<={older.release.version}", is_advice=True))
                return True
    return False


def _before(uv: Uv, release: Release, state: State) -> Source | None:
    """The source of the release before."""
    found = releases(uv, [Ask(release.name, f"{release.name}<{release.version}")], state.as_of)
    older = found.get(release.name) if isinstance(found, dict) else None
    return source_of(uv, older) if older is not None and older.sdist else None


def _believed(state: State) -> tuple[set[str], set[str]]:
    """What the sources say, and which of them are built."""
    return {each.metadata for each in state.sources.values()}, set(state.built)


def _is_other(state: State, package: Locked) -> bool:
    source = state.sources.get(package.name)
    return source is not None and source.release.version != package.version
