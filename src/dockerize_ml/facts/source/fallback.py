"""Expressions that may fail or come to nothing, since the code around them knows another value."""

import ast
from collections.abc import Iterator, Sequence

from dockerize_ml.facts.source.scope import mentions

# What is raised where a variable is not set: by Python, python-decouple, django-environ, environs, starlette.
_RAISED = frozenset({
    "KeyError", "LookupError", "TypeError", "ValueError", "AttributeError", "Exception", "BaseException",
    "ImproperlyConfigured", "UndefinedValueError", "EnvError", "EnvValidationError", "ValidationError",
})  # fmt: skip
_ENDS = frozenset({"exit", "_exit", "abort"})


class Fallbacks:
    """Answers for one module.

    Args:
        tree: of the module.
    """

    def __init__(self, tree: ast.Module) -> None:
        self._spared = frozenset(id(node) for part in _spared(tree) for node in ast.walk(part))
        self._asked = tuple(_asked(tree))

    def has(self, node: ast.AST, name: str) -> bool:
        """Whether the code goes on where reading ``name`` at this node fails or gives nothing.

        Args:
            node: the call or the subscript.
            name: what is read: a key.
        """
        if id(node) in self._spared:
            return True
        return any(name in names and id(node) in inside for names, inside in self._asked)


def _spared(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.BoolOp(op=ast.Or(), values=values):
                yield from values[:-1]
            case ast.IfExp(test=test):
                yield test
            case ast.Try(body=tried, handlers=handlers) if any(map(_goes_on, handlers)):
                yield from tried
        for body in (getattr(node, "body", ()), getattr(node, "orelse", ())):
            if isinstance(body, list):
                yield from _set_again(body)


def _set_again(body: Sequence[ast.stmt]) -> Iterator[ast.AST]:
    """The values of names that get another one where they are empty: ``if not KEY: KEY = new_key()``."""
    for position, statement in enumerate(body):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                later = (each for each in body[position + 1 :] if isinstance(each, ast.If))
                if any(mentions(each.test, name) and _sets(each, name) for each in later):
                    yield value


def _sets(block: ast.If, name: str) -> bool:
    inner = [node for statement in block.body for node in ast.walk(statement)]
    assigned = any(
        isinstance(target, ast.Name) and target.id == name
        for node in inner
        if isinstance(node, ast.Assign)
        for target in node.targets
    )
    return assigned and not any(map(_ends, inner))


def _asked(tree: ast.Module) -> Iterator[tuple[frozenset[str], frozenset[int]]]:
    """The words of each condition, and what is done where it holds: ``if "KEY" in os.environ: …``."""
    for node in ast.walk(tree):
        match node:
            case ast.If(test=test, body=[*body]) | ast.IfExp(test=test, body=ast.expr() as body):
                words = frozenset(
                    each.value
                    for each in ast.walk(test)
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                )
                if words:
                    parts = body if isinstance(body, list) else [body]
                    yield words, frozenset(id(inner) for part in parts for inner in ast.walk(part))


def _goes_on(handler: ast.ExceptHandler) -> bool:
    """Whether a handler catches what is not set, and neither raises nor ends the program."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    caught = any(kind is None or ast.unparse(kind).rpartition(".")[2] in _RAISED for kind in kinds)
    return caught and not any(_ends(node) for statement in handler.body for node in ast.walk(statement))


def _ends(node: ast.AST) -> bool:
    match node:
        case ast.Raise():
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _ENDS
    return False
