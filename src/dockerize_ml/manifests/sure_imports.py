"""The imports that must succeed: not those that a program can do without, nor those for type checkers."""

import ast
from collections.abc import Iterator

_MISSING = frozenset({"ImportError", "ModuleNotFoundError"})
_BROAD = frozenset({"Exception", "BaseException"})
_ENDS = frozenset({"exit", "_exit", "quit", "abort", "stop"})


def sure_imports(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """Every import of a module that nothing catches, those inside functions too; in no order."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Import() | ast.ImportFrom():
                yield node
            case ast.If() if "TYPE_CHECKING" in ast.unparse(node.test):
                waiting.extend(node.orelse)
            case ast.Try() if _is_optional(node):
                waiting.extend((*node.orelse, *node.finalbody, *node.handlers))
            case ast.expr():
                continue
            case _:
                waiting.extend(ast.iter_child_nodes(node))


def _is_optional(node: ast.Try) -> bool:
    """Whether a missing module is caught, and not only to say so before ending."""
    only_imports = all(isinstance(statement, ast.Import | ast.ImportFrom) for statement in node.body)
    caught = _MISSING | _BROAD if only_imports else _MISSING
    return any(_catches(handler, caught) and not _ends(handler) for handler in node.handlers)


def _catches(handler: ast.ExceptHandler, caught: frozenset[str]) -> bool:
    if handler.type is None:
        return bool(caught & _BROAD)
    return any(isinstance(node, ast.Name) and node.id in caught for node in ast.walk(handler.type))


def _ends(handler: ast.ExceptHandler) -> bool:
    """Whether the program gives up: it raises, or calls something like ``sys.exit``."""
    for node in ast.walk(handler):
        match node:
            case ast.Raise():
                return True
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _ENDS:
                return True
    return False
