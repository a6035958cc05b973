"""Expressions that may fail or come to nothing, since the code around them knows another value."""

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dockerize_ml.facts.source.scope import mentions

# What is raised where a variable is not set: by Python, python-decouple, django-environ, environs, starlette.
_RAISED = frozenset({
    "KeyError", "LookupError", "TypeError", "ValueError", "AttributeError", "Exception", "BaseException",
    "ImproperlyConfigured", "UndefinedValueError", "EnvError", "EnvValidationError", "ValidationError",
})  # fmt: skip
_ENDS = frozenset({"exit", "_exit", "abort"})


class _Part(NamedTuple):
    """A part of the source, from a line and column to another; ``words`` are those of the condition around it."""

    begin: tuple[int, int]
    end: tuple[int, int]
    words: frozenset[str] = frozenset()


class Fallbacks:
    """Answers for one module.

    Args:
        tree: of the module.
    """

    def __init__(self, tree: ast.Module) -> None:
        self._spared = tuple(_spared(tree))
        self._asked = tuple(part for part in _asked(tree) if part.words)

    def has(self, node: ast.expr, name: str) -> bool:
        """Whether the code goes on where reading ``name`` at this node fails or gives nothing.

        Args:
            node: the call or the subscript.
            name: what is read: a key.
        """
        at = (node.lineno, node.col_offset)
        words = {name, *_named(node)}
        around = (part for part in (*self._spared, *self._asked) if part.begin <= at < part.end)
        return any(not part.words or words & part.words for part in around)


def _part(nodes: Sequence[ast.expr | ast.stmt], words: frozenset[str] = frozenset()) -> _Part:
    first, last = nodes[0], nodes[-1]
    end = (last.end_lineno or last.lineno, last.end_col_offset or 0)
    return _Part((first.lineno, first.col_offset), end, words)


def _spared(tree: ast.Module) -> Iterator[_Part]:
    for node in ast.walk(tree):
        match node:
            case ast.BoolOp(op=ast.Or(), values=[*firsts, _]):
                yield _part(firsts)
            case ast.IfExp(test=test):
                yield _part([test])
            case ast.Try(body=tried, handlers=handlers) if any(map(_goes_on, handlers)):
                yield _part(tried)
        for body in (getattr(node, "body", ()), getattr(node, "orelse", ())):
            if isinstance(body, list):
                yield from _set_again(body)


def _set_again(body: Sequence[ast.stmt]) -> Iterator[_Part]:
    """The values of names that get another one where they are empty: ``if not KEY: KEY = new_key()``."""
    asking = [(position, each) for position, each in enumerate(body) if isinstance(each, ast.If)]
    again = [(position, name) for position, each in asking for name in _set_in(each) if mentions(each.test, name)]
    for position, statement in enumerate(body if again else ()):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                if any(later > position and name == other for later, other in again):
                    yield _part([value])


def _set_in(block: ast.If) -> frozenset[str]:
    """The names that a block sets, where it neither raises nor ends the program."""
    inner = [node for statement in block.body for node in ast.walk(statement)]
    if any(map(_ends, inner)):
        return frozenset()
    targets = (target for node in inner if isinstance(node, ast.Assign) for target in node.targets)
    return frozenset(target.id for target in targets if isinstance(target, ast.Name))


def _named(node: ast.expr) -> Iterator[str]:
    """The name of a constant that holds what is read: ``os.environ[ENV_FILE]``."""
    match node:
        case ast.Subscript(slice=ast.Name(id=name)) | ast.Call(args=[ast.Name(id=name), *_]):
            yield name


def _asked(tree: ast.Module) -> Iterator[_Part]:
    """What is only done where a condition holds: ``if "KEY" in os.environ: …``."""
    for node in ast.walk(tree):
        match node:
            case ast.If(test=test, body=body):
                yield _part(body, _words(test))
            case ast.IfExp(test=test, body=value):
                yield _part([value], _words(test))
            case ast.BoolOp(op=ast.And(), values=[*firsts, last]):
                yield _part([last], frozenset().union(*map(_words, firsts)))
        block = getattr(node, "body", ())
        for statement in block if isinstance(block, list) else ():
            if isinstance(statement, ast.If) and isinstance(statement.body[-1], ast.Return):
                end = (statement.end_lineno or 0, statement.end_col_offset or 0)
                yield _Part(end, _part(block).end, _words(statement.test))


def _words(test: ast.expr) -> frozenset[str]:
    """The texts and the names of constants in a condition."""
    nodes = tuple(ast.walk(test))
    texts = (each.value for each in nodes if isinstance(each, ast.Constant) and isinstance(each.value, str))
    return frozenset((*texts, *(each.id for each in nodes if isinstance(each, ast.Name) and each.id.isupper())))


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
