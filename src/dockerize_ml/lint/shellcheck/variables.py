"""The variables that are set when BuildKit runs an instruction, as far as the file says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile.scope import PROXY_ARGS

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.scope import Scope

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_SPLITS = re.compile(r"[\s*?\[]")


def is_known(name: str, scope: Scope) -> bool:
    """Whether a process of RUN finds the variable set."""
    return name in PROXY_ARGS or scope.find(name) is not None


def known_names(scope: Scope) -> frozenset[str]:
    """The names of all of them."""
    return PROXY_ARGS | {name for name in scope.names() if _NAME.fullmatch(name)}


def falls_apart(name: str, scope: Scope) -> bool:
    """Whether the variable's value, where it is known, has blanks or wildcards that split it unless it is quoted."""
    variable = scope.find(name)
    return variable is not None and variable.value is not None and _SPLITS.search(variable.value) is not None
