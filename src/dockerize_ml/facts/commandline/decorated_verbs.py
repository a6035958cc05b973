"""Verbs of programs that are made of decorated functions: ``click`` and ``typer``."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.decorated_options import options
from dockerize_ml.facts.commandline.parts import keyword, last_name, text
from dockerize_ml.facts.commandline.verb import Verb
from dockerize_ml.facts.source.module import Function
from dockerize_ml.facts.source.values import External, Instance, OwnFunction, Scope
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.source.values import Thing
    from dockerize_ml.facts.survey import Survey

    Node = ast.FunctionDef | ast.AsyncFunctionDef | ast.Call

_LIBRARIES = frozenset({"click", "typer", "rich_click", "asyncclick", "cloup"})
_COMMAND = frozenset({"command", "group"})


@dataclass(frozen=True)
class _Command:
    """A decorated function, or the call that made an application; ``above`` is what it is a command of."""

    node: Node
    name: str
    above: int | None
    module: Module


def decorated_verbs(survey: Survey, files: Iterable[str], called: Sequence[Thing]) -> Iterator[Verb]:
    """The commands of what a program calls, each with its words.

    Args:
        survey: of the project.
        files: those that the program consists of.
        called: what its code calls, of which some may be commands, groups or applications.
    """
    tree: dict[int, _Command] = {}
    for path in files:
        module = survey.source.module(path) if _mentions(survey.source.text(path)) else None
        if module is not None:
            _decorated(survey, module, tree)
            _hung(survey, module, tree)
    roots = {id(node) for thing in called for node in _nodes(survey, thing)}
    roots |= {id(node) for one in tree.values() if id(one.node) in roots for node in _gathered(survey, one)}
    for command in tree.values():
        chain = tuple(_chain(tree, command))
        inside = [one for one in chain if id(one.node) not in roots]
        if len(inside) == len(chain) or not isinstance(command.node, Function):
            continue
        words = () if _is_alone(tree, chain) else tuple(one.name for one in reversed(inside) if one.name)
        yield _verb(survey, command.node, command.module, words)


def _mentions(text: str) -> bool:
    return any(name in text for name in _LIBRARIES) or ".command" in text


def _decorated(survey: Survey, module: Module, tree: dict[int, _Command]) -> None:
    for node in (node for node in module.nodes if isinstance(node, Function)):
        for decorator in node.decorator_list:
            func = decorator.func if isinstance(decorator, ast.Call) else decorator
            if last_name(func) not in _COMMAND:
                continue
            above = _owner(survey, module, func, tree)
            if above is not None or _is_of_library(survey.resolver.thing(func, Scope(module))):
                tree[id(node)] = _Command(node, _name(node, decorator), above, module)


def _owner(survey: Survey, module: Module, func: ast.expr, tree: dict[int, _Command]) -> int | None:
    """The group or application whose decorator it is."""
    made = _made(survey.resolver.thing(func.value, Scope(module))) if isinstance(func, ast.Attribute) else None
    if made is None:
        return None
    if isinstance(made, ast.Call):
        tree.setdefault(id(made), _Command(made, "", None, module))
    return id(made)


def _hung(survey: Survey, module: Module, tree: dict[int, _Command]) -> None:
    """Groups and applications that are hung below another: ``app.add_typer(users, name="users")``."""
    for call in module.calls:
        func = call.node.func
        if not isinstance(func, ast.Attribute) or func.attr not in {"add_typer", "add_command"} or not call.node.args:
            continue
        scope = Scope(module, call.functions)
        above, below = (_made(survey.resolver.thing(node, scope)) for node in (func.value, call.node.args[0]))
        if above is None or below is None:
            continue
        told = text(keyword(call.node, "name")) or text(next(iter(call.node.args[1:]), None))
        known = tree.get(id(below)) or _Command(below, "", None, module)
        tree[id(below)] = replace(known, name=told or known.name, above=id(above))
        if isinstance(above, ast.Call):
            tree.setdefault(id(above), _Command(above, "", None, module))


def _made(thing: Thing | None) -> Node | None:
    match thing:
        case OwnFunction(node=function):
            return function
        case Instance(call=call) if _is_of_library(thing):
            return call
    return None


def _nodes(survey: Survey, thing: Thing) -> Iterator[Node]:
    """The command behind what a program calls; of a collection the groups that it is made of."""
    if isinstance(thing, Instance):
        yield from _sources(survey, thing.call, thing.scope)
    node = _made(thing)
    if node is not None:
        yield node


def _gathered(survey: Survey, command: _Command) -> Iterator[Node]:
    """The groups that a decorator makes one of: ``@click.group(cls=CommandCollection, sources=[…])``."""
    for decorator in command.node.decorator_list if isinstance(command.node, Function) else ():
        if isinstance(decorator, ast.Call):
            yield from _sources(survey, decorator, Scope(command.module))


def _sources(survey: Survey, call: ast.Call, scope: Scope) -> Iterator[Node]:
    match keyword(call, "sources"):
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            yield from (node for part in parts if (node := _made(survey.resolver.thing(part, scope))))


def _chain(tree: dict[int, _Command], command: _Command) -> Iterator[_Command]:
    """The command, and all that it is a command of, the outermost last."""
    seen: set[int] = set()
    current: _Command | None = command
    while current is not None and id(current.node) not in seen:
        seen.add(id(current.node))
        yield current
        current = tree.get(current.above) if current.above is not None else None


def _is_alone(tree: dict[int, _Command], chain: tuple[_Command, ...]) -> bool:
    """Whether it is the only command of a Typer application, which then takes no verb."""
    top = chain[-1].node
    below = sum(command.above == id(top) for command in tree.values())
    return isinstance(top, ast.Call) and (below, len(chain)) == (1, 2)


def _verb(survey: Survey, node: Function, module: Module, words: tuple[str, ...]) -> Verb:
    found = tuple(options(survey, node, module))
    return Verb(
        words=words,
        body=node.body,
        scope=Scope(module, (node,)),
        options=found,
        earlier=(),
        holds={option.holder: option.held for option in found},
        own=node,
        at=Place(module.path, node.lineno),
    )


def _name(node: Function, decorator: ast.expr) -> str:
    """What is typed for a command: the name that its decorator gives it, else one made of the function's."""
    told = ""
    if isinstance(decorator, ast.Call):
        told = text(keyword(decorator, "name")) or text(next(iter(decorator.args), None))
    return told or node.name.replace("_", "-").lower()


def _is_of_library(thing: Thing | None) -> bool:
    match thing:
        case External(dotted=dotted) | Instance(of=dotted):
            return dotted.partition(".")[0] in _LIBRARIES
    return False
