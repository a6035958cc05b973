"""The days that releases tell, and distributions that another day counts for than the project's."""

from collections.abc import Iterable, Iterator
from datetime import date

from dockerize_ml.knowledge.build_tools import runs_since
from dockerize_ml.resolve.model import Ask, Repair
from dockerize_ml.resolve.relaxing import is_pinned, name_only
from dockerize_ml.resolve.releases import latest, releases
from dockerize_ml.resolve.state import State
from dockerize_ml.resolve.uv import Uv


def days_apart(state: State, asks: Iterable[Ask]) -> Iterator[str]:
    """Names with their days, as uv's ``--exclude-newer-package`` takes them.

    Args:
        state: of the search.
        asks: what is asked for.
    """
    named = {ask.name for ask in asks if is_pinned(ask) or (ask.is_ours and ask.text != name_only(ask))}
    # Of a version that is named, wheels for later Pythons may have come later; a server of which we take one that
    # is newer than the project speaks to it by a standard, while one that came with its library stays beside that.
    yield from (f"{name}=false" for name in sorted(named | state.undated))
    since = runs_since(state.pythons[0])
    if since and state.as_of and state.as_of < since and "setuptools" not in named:
        yield f"setuptools={since}"


def newest_of_lowest(uv: Uv, asks: Iterable[Ask]) -> tuple[date | None, str]:
    """Of the lowest versions that the asks let in the one that came out last, and its day; None where nothing tells.

    Args:
        uv: whom to ask.
        asks: what is asked for.
    """
    found = releases(uv, asks, lowest=True)
    return latest(found) if isinstance(found, dict) else (None, "")


def put_off_to_models(uv: Uv, state: State, limits: Iterable[Repair]) -> None:
    """Go to the day that what wrote a model was out: the project's own is later.

    Args:
        uv: whom to ask.
        state: of the search.
        limits: those that the models set, among others.
    """
    lowest = [Ask(each.name, each.new) for each in limits if ">=" in each.new]
    day, name = newest_of_lowest(uv, lowest) if lowest and state.as_of else (None, "")
    if day is not None:
        state.put_off(day, name)
