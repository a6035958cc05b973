"""Models that name functions of the file that is run: ``tokenize`` of ``__main__``, which a server has none of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.scope import Defined, Imported
from dockerize_ml.project.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_SUFFIXES = (".pkl", ".pickle", ".joblib", ".sav", ".model", ".dill")
_LOADS = re.compile(r"\b(?:joblib|pickle|cloudpickle|dill)\b")
_MOST = 50_000_000  # bytes of one file, decompressed
_MOST_FILES = 20
# As the protocols before the fourth and those since write it.
_NAMED = re.compile(
    rb"c__main__\n(?P<old>\w+)\n|\x8c\x08__main__(?:\x94|q.)?\x8c.(?P<new>\w+?)(?:\x94|q.)?\x93", re.DOTALL
)


def loads_what_names_it(survey: Survey, path: str) -> bool:
    """Whether a file has what a model of the project takes from ``__main__``: then only running the file loads that.

    Args:
        survey: the project.
        path: the file.
    """
    module = survey.source.module(path)
    if module is None or not any(_LOADS.search(survey.source.text(each)) for each in survey.source.reachable(path)):
        return False
    return any(isinstance(each, Defined | Imported) for name in _named(survey) for each in module.names.get(name, ()))


@lru_cache(maxsize=1)
def _named(survey: Survey) -> frozenset[str]:
    """The names that models take from ``__main__``."""
    models = [path for path in survey.project.files if path.lower().endswith(_SUFFIXES)]
    return frozenset(name for path in models[:_MOST_FILES] for name in _names(survey, path))


def _names(survey: Survey, path: str) -> Iterator[str]:
    for piece in pieces(survey.project.root / path, path, _MOST):
        for found in _NAMED.finditer(piece):
            yield (found["old"] or found["new"]).decode()
