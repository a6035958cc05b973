"""What a file does when it is run, before it serves: a server that imports its application leaves that out."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.source.scope import bindings
from dockerize_ml.knowledge.table_making import table_making_calls
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey


class Before(NamedTuple):
    """The statements on one line, what they use of the file, and the place of the first."""

    names: tuple[str, ...]
    code: str
    at: Place


def before_serving(survey: Survey, path: str) -> Before | None:
    """The statements of the ``__main__`` block that make tables, or None where there are none.

    Only what can be said outside of that block counts: statements that use names which the module itself binds, or
    which the block imports.
    """
    module = survey.source.module(path)
    if module is None or module.main_block is None:
        return None
    starting = {id(start.call) for start in survey.starts if start.at.path == path}
    body = list(_run(module, module.main_block.body))
    imports = [each for each in body if isinstance(each, ast.Import | ast.ImportFrom)]
    brought = set(bindings(imports))
    own = set(bindings([node for node in module.tree.body if node is not module.main_block]))
    found = [
        statement
        for statement in body
        if _makes_tables(statement)
        and not any(id(node) in starting for node in ast.walk(statement))
        and _names(statement) <= own | brought
    ]
    if not found:
        return None
    used = {name for statement in found for name in _names(statement)}
    needed = [each for each in imports if used & set(bindings([each]))]
    simple = [one for statement in (*needed, *found) if (parts := _simple(statement)) for one in parts]
    if len(simple) < len(needed) + len(found):
        return None
    return Before(tuple(sorted(used - brought)), "; ".join(map(ast.unparse, simple)), Place(path, found[0].lineno))


def _run(module: Module, body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a block; instead of ``main()`` those of the function."""
    functions = {node.name: node for node in module.tree.body if isinstance(node, ast.FunctionDef)}
    for statement in body:
        match statement:
            case ast.Expr(value=ast.Call(func=ast.Name(id=name), args=[], keywords=[])) if (
                name in functions and name not in table_making_calls()
            ):
                yield from functions[name].body
            case _:
                yield statement


def _simple(statement: ast.stmt) -> list[ast.stmt]:
    """The same in statements that fit on one line; none where that cannot be said so."""
    match statement:
        case ast.Expr() | ast.Import() | ast.ImportFrom() | ast.Assign():
            return [statement]
        case ast.With(
            items=[
                ast.withitem(context_expr=ast.Call(func=ast.Attribute(attr="app_context")) as made, optional_vars=None)
            ]
        ):
            # Nothing comes after it that would have to be outside of the context.
            pushed = ast.Expr(ast.Call(ast.Attribute(made, "push"), [], []))
            inner = [one for each in statement.body if (parts := _simple(each)) for one in parts]
            return [pushed, *inner] if len(inner) >= len(statement.body) else []
        case ast.If(test=test, body=body, orelse=[]) if all(isinstance(each, ast.Expr) for each in body):
            values: list[ast.expr] = [each.value for each in body if isinstance(each, ast.Expr)]
            done = values[0] if len(values) == 1 else ast.Tuple(values)
            return [ast.Expr(ast.BoolOp(ast.And(), [test, done]))]
    return []


def _makes_tables(statement: ast.stmt) -> bool:
    """Whether it calls something that does; what it only defines is not called."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Return):
        return False
    calls = (node for node in ast.walk(statement) if isinstance(node, ast.Call))
    return any(_called(call.func) in table_making_calls() for call in calls)


def _called(func: ast.expr) -> str:
    return getattr(func, "attr", None) or getattr(func, "id", None) or ""


def _names(statement: ast.stmt) -> set[str]:
    nodes = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
    own = {node.id for node in nodes if isinstance(node.ctx, ast.Store)}
    return {node.id for node in nodes} - own - set(dir(builtins))
