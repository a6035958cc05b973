"""Words of a command that only a shell, or somebody who reads them, can fill in: ``$PORT``, ``<file>``, ``...``."""

import re
from collections.abc import Iterable

_OPEN = re.compile(r"[$`<>{}\[\]*|\\]|\.\.\.|…")


def has_unfilled(words: Iterable[str]) -> bool:
    """Whether any of them is such a word, so that the command cannot be taken as it stands."""
    return any(map(_OPEN.search, words))
