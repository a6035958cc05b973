"""Where importing a module would stop, if some of what it takes is not there: a ``try`` may know another way."""

import ast
from collections.abc import Callable, Iterable
from typing import TypeVar

from dockerize_ml.facts.source.unguarded import asks_where_it_runs, run_at_start

_CAUGHT = {"ImportError", "ModuleNotFoundError", "AttributeError", "Exception", "BaseException"}
Why = TypeVar("Why")


def first_failing(tree: ast.Module, fails: Callable[[ast.AST], Why | None]) -> Why | None:
    """Why importing the module stops; None where it does not.

    Args:
        tree: of the module.
        fails: why a single node cannot be carried out, or None.
    """
    return _first(tree.body, fails)


def _first(nodes: Iterable[ast.AST], fails: Callable[[ast.AST], Why | None]) -> Why | None:
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Try():
                why = _of_try(node, fails)
            case ast.If(test=test) | ast.IfExp(test=test) if asks_where_it_runs(test):
                continue
            case _:
                why = fails(node)
                waiting.extend([*run_at_start(node)][::-1])
        if why is not None:
            return why
    return None


def _of_try(node: ast.Try, fails: Callable[[ast.AST], Why | None]) -> Why | None:
    """What fails in the body does not count where a handler goes on without it."""
    why = _first(node.body, fails)
    if why is None:
        return _first((*node.orelse, *node.finalbody), fails)
    handler = next((each for each in node.handlers if _catches(each)), None)
    if handler is None or any(isinstance(each, ast.Raise) for each in handler.body):
        return why
    return _first((*handler.body, *node.finalbody), fails)


def _catches(handler: ast.ExceptHandler) -> bool:
    """Whether it is for something that is not there."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in _CAUGHT) for kind in kinds)
