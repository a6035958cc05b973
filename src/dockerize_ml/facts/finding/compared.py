"""Keys that the program compares with what its callers send: nobody else gives them out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_COMPARES = "compare_digest"


def is_compared(survey: Survey, name: str) -> bool:
    """Whether a function compares what a variable holds with a value that it was handed, rather than with a text.

    Args:
        survey: the project.
        name: of the variable; what the program keeps it in is called the same.
    """
    wanted = name.casefold()
    for path in survey.program_files:
        tree = survey.project.tree(path) if wanted in survey.source.text(path).casefold() else None
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _compares(node, wanted):
                return True
    return False


def _compares(function: ast.FunctionDef | ast.AsyncFunctionDef, wanted: str) -> bool:
    handed = {each.arg for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)}
    return any(
        wanted in {name.casefold() for name in _names(ours)}
        and handed.isdisjoint(_names(ours))
        and handed.intersection(_names(theirs))
        for sides in _sides(function)
        for ours, theirs in (sides, sides[::-1])
    )


def _sides(function: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is compared with what: ``a == b``, ``compare_digest(a, b)``."""
    for node in ast.walk(function):
        match node:
            case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq()], comparators=[right]):
                yield left, right
            case ast.Call(func=ast.Attribute(attr=called) | ast.Name(id=called), args=[left, right]) if (
                called == _COMPARES
            ):
                yield left, right


def _names(node: ast.expr) -> Iterator[str]:
    """The names in an expression, those of what a call is handed as well, and the texts that it is looked up by."""
    for each in ast.walk(node):
        match each:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str() as name):
                yield name
