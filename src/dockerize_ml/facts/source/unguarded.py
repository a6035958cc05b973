"""What a module does whatever happens: neither in a ``try`` nor behind a question about versions or the system."""

import ast
import re
from collections.abc import Iterator

_ASKS = re.compile(
    r"version|_v\d+\b|hasattr|\bhas_\w|_(?:available|installed)\b|\b(?:is_?|not_?)?py(?:thon)?_?[23]\w*|TYPE_CHECKING"
    r"|platform|os\.name|\bname [!=]= |\b(?:is_?|on_?)?(?:win(?:dows|32)?|mac(?:os)?|darwin)\b",
    re.IGNORECASE,
)


def unguarded(tree: ast.AST, *, at_start: bool = False) -> Iterator[ast.AST]:
    """The nodes outside of every ``try`` and of every question about versions or the system.

    Args:
        tree: of a module.
        at_start: only what runs as soon as the module is imported, so no bodies of functions.
    """
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Try():
                continue
            case ast.If(test=test) | ast.IfExp(test=test) if asks_where_it_runs(test):
                continue
        yield node
        waiting.extend(run_at_start(node) if at_start else ast.iter_child_nodes(node))


def asks_where_it_runs(test: ast.expr) -> bool:
    """Whether a condition is about the version of Python or of a package, what is there, or the system."""
    return _ASKS.search(ast.unparse(test)) is not None


def run_at_start(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that run as soon as its module is imported, so no bodies of functions."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (*node.decorator_list, *node.args.defaults)
        case ast.Lambda():
            return
        case _:
            yield from ast.iter_child_nodes(node)


def dotted(node: ast.expr) -> str:
    """``collections.Mapping``, with ``?`` for what is no name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
    return "?"
