"""Modules that only some versions of a distribution have, as pickles name them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows

# A name stands behind `c`, or behind the length of a text.
_OPENS = rb"(?:c|\x8c.|X.{4})"
_ENDS = rb"(?![\w.])"


@dataclass(frozen=True, slots=True)
class PickledModule:
    """A module, or something in one, that a pickle can name.

    Attributes:
        name: the module, behind a colon what is taken from it.
        distribution: the normalised name of what brings it.
        versions: those that have it, ``>=1.8``.
        why: what became of it.
    """

    name: str
    distribution: str
    versions: str
    why: str

    def is_named_in(self, pickled: bytes) -> bool:
        """Whether a part of a pickle, of any protocol, names it."""
        module, _, taken = (part.encode() for part in self.name.partition(":"))
        if module not in pickled:
            return False
        behind = rb"(?:\n|\W{0,2}?" + _OPENS + rb")" + re.escape(taken) + _ENDS if taken else b""
        return re.search(_OPENS + re.escape(module) + _ENDS + behind, pickled, re.DOTALL) is not None


@lru_cache
def pickled_modules() -> tuple[PickledModule, ...]:
    """All of them."""
    return tuple(
        PickledModule(name, row.text("distribution"), row.text("versions"), row.why)
        for row in rows("pickled_modules", "module")
        for name in row.texts("names")
    )
