"""Parts of a call."""

from __future__ import annotations

import ast


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The argument that is passed by a name."""
    return next((given.value for given in call.keywords if given.arg == name), None)


def text(node: ast.expr | None) -> str:
    """The text that an expression is, or empty."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_false(node: ast.expr | None) -> bool:
    """Whether an expression is the constant False."""
    return isinstance(node, ast.Constant) and node.value is False


def last_name(func: ast.expr) -> str:
    """The last part of what is called: ``add_argument`` of ``parser.add_argument``."""
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
