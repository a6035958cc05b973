"""Distributions that another day counts for than the project's."""

from collections.abc import Iterable, Iterator

from dockerize_ml.knowledge.build_tools import runs_since
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.relaxing import is_pinned
from dockerize_ml.resolve.state import State


def days_apart(state: State, asks: Iterable[Ask]) -> Iterator[str]:
    """Names with their days, as uv's ``--exclude-newer-package`` takes them.

    Args:
        state: of the search.
        asks: what is asked for.
    """
    named = {ask.name for ask in asks if ask.is_ours or is_pinned(ask)}
    # Of a version that is named, wheels for later Pythons may have come later.
    yield from (f"{name}=false" for name in sorted(named | state.undated))
    since = runs_since(state.pythons[0])
    if since and state.as_of and state.as_of < since and "setuptools" not in named:
        yield f"setuptools={since}"
