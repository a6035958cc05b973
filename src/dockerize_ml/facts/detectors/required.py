"""The variables without which the program fails, whoever knows their values."""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.environment import Variable, variables
from dockerize_ml.facts.outside import Required
from dockerize_ml.facts.source.module import Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey


@lru_cache(maxsize=1)
def required(survey: Survey) -> tuple[Required, ...]:
    """Those that are read without a default whatever happens: as it is imported, or in a function's plain course."""
    found = [each for each in variables(survey) if each.is_required and not each.gives_none]
    # What is imported under a condition, or by another of several settings, may never be.
    needed = frozenset(survey.needed_files if found else ())
    return tuple(
        Required(name=each.name, at_import=fails_at_import(survey, each), evidence=survey.quote(each.at))
        for each in found
        if each.at.path in needed and _is_plain(survey, each)
    )


def fails_at_import(survey: Survey, variable: Variable) -> bool:
    """Whether the program fails as it is imported where the variable is not set.

    Args:
        survey: of the program.
        variable: that it reads.
    """
    module = survey.source.module(variable.at.path)
    if not variable.is_required or variable.gives_none or module is None:
        return False
    line = variable.at.line or 0
    functions = (node for statement in module.tree.body for node in _functions(statement))
    return not any(node.lineno <= line <= (node.end_lineno or line) for node in functions)


def _is_plain(survey: Survey, variable: Variable) -> bool:
    """Whether no condition stands around the place, but for the question whether the file itself is run."""
    module = survey.source.module(variable.at.path)
    return module is not None and not any(
        block.body[0].lineno <= (variable.at.line or 0) <= (block.end_lineno or block.lineno)
        for block in _conditions(module)
    )


def _conditions(module: Module) -> Iterator[ast.If | ast.ExceptHandler]:
    for node in module.nodes:
        match node:
            case ast.If() if node is not module.main_block:
                yield node
            case ast.ExceptHandler():
                yield node


def _functions(statement: object) -> Iterator[Function]:
    """The functions at the top, and the methods of classes."""
    if isinstance(statement, Function):
        yield statement
    for inner in getattr(statement, "body", ()):
        yield from _functions(inner)
