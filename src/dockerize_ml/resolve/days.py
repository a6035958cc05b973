"""Distributions that another day counts for than the project's."""

from collections.abc import Iterable, Iterator

from dockerize_ml.knowledge.build_tools import runs_since
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.relaxing import is_pinned, name_only
from dockerize_ml.resolve.state import State


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
