"""Modules that a program's start fills and that its pages read: a server that imports the program finds them empty."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.module import Function
from dockerize_ml.facts.source.scope import Assigned, bindings
from dockerize_ml.facts.source.values import OwnFunction, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey


def prepares_a_module(survey: Survey, module: Module, blocks: Iterable[ast.stmt]) -> bool:
    """Whether these statements call what alone fills a module: ``util.load_saved_artifacts()``.

    Args:
        survey: the project.
        module: the file that they stand in.
        blocks: what only starting that file runs.
    """
    called = [node for statement in blocks for node in _calls(statement)]
    own = {id(node) for call in called for node in ast.walk(call)}
    return any(
        isinstance(thing := survey.resolver.thing(call.func, Scope(module)), OwnFunction)
        and thing.scope.module.path != module.path
        and _fills(thing)
        and not _is_used_besides(survey, thing, own)
        for call in called
    )


def _calls(statement: ast.stmt) -> Iterator[ast.Call]:
    match statement:
        case ast.Expr(value=ast.Call() as call) | ast.Assign(value=ast.Call() as call):
            yield call


def _fills(filling: OwnFunction) -> bool:
    """Whether it binds names of its module that hold nothing before, and that other functions there read."""
    module, node = filling.scope.module, filling.node
    declared = {name for each in ast.walk(node) if isinstance(each, ast.Global) for name in each.names}
    for name in declared & set(bindings(node.body)):
        others = [each for each in module.tree.body if isinstance(each, Function) and each is not node]
        if all(map(is_empty, module.names.get(name, ()))) and any(_reads(each, name) for each in others):
            return True
    return False


def _reads(function: Function, name: str) -> bool:
    nodes = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == name]
    return bool(nodes) and all(isinstance(node.ctx, ast.Load) for node in nodes)


def _is_used_besides(survey: Survey, filling: OwnFunction, known: set[int]) -> bool:
    """Whether something else mentions it that is not a `__main__` block."""
    for path in survey.program_files:
        module = survey.source.module(path) if filling.node.name in survey.source.text(path) else None
        others = [each for each in module.tree.body if each is not module.main_block] if module else []
        nodes = (node for statement in others for node in ast.walk(statement))
        if any(id(node) not in known and _names(node) == filling.node.name for node in nodes):
            return True
    return False


def _names(node: ast.AST) -> str:
    """What a use of a name or an attribute is called; an import alone uses nothing."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def is_empty(binding: object) -> bool:
    """Whether it only holds the name's place: ``model = None``."""
    match binding:
        case Assigned(value=ast.Constant(value=None | "") | ast.List(elts=[]) | ast.Tuple(elts=[]) | ast.Dict(keys=[])):
            return True
    return False
