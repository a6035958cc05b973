"""Work out which folder a file is in whose name only the running program knows: ``join(OUT, f"{name}.png")``."""

from __future__ import annotations

import ast
import posixpath
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.scope import Assigned

if TYPE_CHECKING:
    from dockerize_ml.facts.source.paths import Paths
    from dockerize_ml.facts.source.values import Scope

_MOST_HANDS = 3


def folder_of(  # noqa: PLR0911 - one case per kind of node
    paths: Paths, node: ast.expr | None, scope: Scope, workdir: str, hands: int = _MOST_HANDS
) -> str | None:
    """The folder, relative to the project's root or as written where it leads outside; None where nothing tells.

    Args:
        paths: folds expressions.
        node: the path of the file.
        scope: where it stands.
        workdir: the folder in which the program is started, for relative paths.
        hands: through how many variables it is followed.
    """
    whole = paths.file(node, scope, workdir)
    if whole:
        return posixpath.dirname(whole)
    match node:
        case ast.Call(func=ast.Attribute(attr="join") | ast.Name(id="join"), args=[_, _, *_] as parts):
            return paths.file(ast.Call(func=node.func, args=parts[:-1], keywords=[]), scope, workdir)
        case ast.Call(func=ast.Attribute(value=value, attr="joinpath"), args=[_]) | ast.BinOp(left=value, op=ast.Div()):
            return paths.file(value, scope, workdir)
        case ast.BinOp(left=value, op=ast.Add()):
            return _begun(paths, paths.fold(value, scope), scope, workdir) or (
                folder_of(paths, value, scope, workdir, hands) if isinstance(value, ast.BinOp) else None
            )
        case ast.JoinedStr(values=values):
            return _begun(paths, _known(paths, values, scope), scope, workdir)
        case ast.Call(func=ast.Name(id="str"), args=[value]):
            return folder_of(paths, value, scope, workdir, hands)
        case ast.Name(id=name) if hands:
            bound = _bound(name, scope)
            return folder_of(paths, bound, scope, workdir, hands - 1) if bound is not None else None
    return None


def _begun(paths: Paths, text: str | None, scope: Scope, workdir: str) -> str | None:
    """The folder of a path whose beginning alone is known."""
    folder = posixpath.dirname(text) if text else ""
    return paths.file(ast.Constant(folder), scope, workdir) if folder else None


def _known(paths: Paths, values: list[ast.expr], scope: Scope) -> str:
    text = ""
    for value in values:
        part = paths.fold(value, scope)
        if part is None:
            break
        text += part
    return text


def _bound(name: str, scope: Scope) -> ast.expr | None:
    """What the innermost of the functions, or else the module, assigns to a name; None where it does so twice."""
    for function in reversed(scope.functions):
        found = scope.module.local_names(function).get(name)
        if found:
            break
    else:
        found = scope.module.names.get(name) or []
    match found:
        case [Assigned(value=value, index=None)]:
            return value
    return None
