"""Applications that are made of what the program was called with: a server that makes them itself cannot tell it."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.scope import Assigned, parameters, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.source.module import Function, Module
    from dockerize_ml.facts.survey import Survey

_PARSED = frozenset({"parse_args", "parse_known_args", "docopt"})
_DECORATORS = frozenset({"option", "argument", "command"})
# What a server is told in its own way, or what changes no answer.
_OF_THE_SERVER = frozenset({"host", "port", "ip", "address", "debug", "reload", "workers", "verbose", "log_level"})


def is_told_when_called(start: Start) -> bool:
    """Whether the factory's call hands over words of the command line that matter.

    Args:
        start: the call that starts what the factory made.
    """
    made = _made_by(start)
    if made is None:
        return False
    words = {name for function in start.functions for name in _words(start, function)}
    for name, value in _handed(made):
        mentioned = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
        if name not in _OF_THE_SERVER and mentioned & words:
            return True
    return False


def reads_words_when_imported(survey: Survey, path: str) -> bool:
    """Whether importing a file, or one that it cannot do without, parses the command line: it would get the server's.

    Args:
        survey: the project.
        path: the file that a server would import.
    """
    modules = (survey.source.module(each) for each in survey.source.needed(path))
    return any(_parses(module) for module in modules if module is not None)


@cache
def _parses(module: Module) -> bool:
    """Whether a statement outside of functions, and of the ``__main__`` block, refuses words that it does not know."""
    return any(
        isinstance(node, ast.Call) and _is_strict(node)
        for statement in statements(module.tree.body)
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr) and not module.is_guarded(statement.lineno)
        for node in ast.walk(statement)
    )


def _is_strict(call: ast.Call) -> bool:
    match call:
        case ast.Call(func=ast.Attribute(attr="parse_args"), args=[], keywords=[]):
            return True
        case ast.Call(func=ast.Name(id="docopt") | ast.Attribute(attr="docopt")):
            return True
    return False


def _made_by(start: Start) -> ast.Call | None:
    """The call that bound the name which is started, where it starts."""
    names = start.module.local_names(start.functions[-1]) if start.functions else start.module.names
    match names.get(start.name, [])[-1:]:
        case [Assigned(value=ast.Call() as made)]:
            return made
    return None


def _handed(call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """What a call is handed, with its name; where that is none, ``args.root`` is called ``root``."""
    yield from ((_last(value), value) for value in call.args)
    yield from ((each.arg or _last(each.value), each.value) for each in call.keywords)


def _last(value: ast.expr) -> str:
    match value:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _words(start: Start, function: Function) -> Iterator[str]:
    """The names of a function that stand for words of the command line, or are made of them."""
    own = [name for name, _ in parameters(function)]
    if any(_called(decorator) in _DECORATORS for decorator in function.decorator_list):
        yield from own
    handed = {name for call in start.module.calls for name in _parsed_into(start, call.node, function)}
    known = {name for name in own if name in handed}
    names = start.module.local_names(function)
    known |= {name for name, bound in names.items() if any(_is_parsed(each) for each in bound)}
    yield from known
    yield from (name for name, bound in names.items() if any(_mentions(each, known) for each in bound))


def _parsed_into(start: Start, call: ast.Call, function: Function) -> Iterator[str]:
    """The parameters of a function that a call hands what was parsed."""
    if _called(call) != function.name:
        return
    parsed = {name for bound in _all_names(start) for name, each in bound if each}
    positional = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    for name, value in zip(positional, call.args, strict=False):
        if (isinstance(value, ast.Name) and value.id in parsed) or _called(value) in _PARSED:
            yield name


def _all_names(start: Start) -> Iterator[list[tuple[str, bool]]]:
    """Every name of the file, and whether it is bound to what was parsed."""
    functions = [node for node in start.module.nodes if isinstance(node, ast.FunctionDef)]
    for names in (start.module.names, *(start.module.local_names(each) for each in functions)):
        yield [(name, any(_is_parsed(each) for each in bound)) for name, bound in names.items()]


def _is_parsed(bound: object) -> bool:
    match bound:
        case Assigned(value=value):
            return _called(value) in _PARSED
    return False


def _mentions(bound: object, names: set[str]) -> bool:
    match bound:
        case Assigned(value=value):
            return any(isinstance(node, ast.Name) and node.id in names for node in ast.walk(value))
    return False


def _called(node: ast.expr) -> str:
    """The last part of the name that is called, or of a decorator."""
    return _last(node.func if isinstance(node, ast.Call) else node)
