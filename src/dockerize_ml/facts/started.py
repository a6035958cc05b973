"""Functions of the project that surely run as its program starts: a factory, ``main()``, and what those call first."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.declared import declared
from dockerize_ml.facts.source.values import OwnFunction, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey

_HANDS = 2
_FACTORY = "()"


def started(survey: Survey) -> dict[str, tuple[Sequence[ast.stmt], ...]]:
    """For each file the blocks that run besides what its import runs: of functions, and the ``__main__`` block."""
    program = survey.program
    module = survey.source.module(program.file) if program is not None else None
    if program is None or module is None:
        return {}
    found: dict[str, list[Sequence[ast.stmt]]] = {}
    is_imported = ":" in program.entrypoint
    if module.main_block is not None and not is_imported:
        found[program.file] = [module.main_block.body]
    begun = [*module.tree.body, *(found[program.file][0] if program.file in found else ())]
    functions = [*_named(survey, module), *_called(survey, begun, Scope(module))]
    for _ in range(_HANDS):
        following: list[OwnFunction] = []
        for each in functions:
            blocks = found.setdefault(each.scope.module.path, [])
            if each.node.body not in blocks:
                blocks.append(each.node.body)
                inside = Scope(each.scope.module, (each.node,), each.scope.owner)
                following.extend(_called(survey, each.node.body, inside))
        functions = following
    return {path: tuple(blocks) for path, blocks in found.items()}


def _named(survey: Survey, module: Module) -> Iterator[OwnFunction]:
    """The factory that the server calls, or the function of the command."""
    program = survey.program
    entry = program.entrypoint if program is not None else ""
    names = {each.function for each in declared(survey) if each.name == entry and each.file == module.path}
    if entry.endswith(_FACTORY):
        names.add(entry.partition(":")[2].removesuffix(_FACTORY))
    for name in names:
        thing = survey.resolver.name_in_module(module, name)
        if isinstance(thing, OwnFunction):
            yield thing


def _called(survey: Survey, body: Sequence[ast.stmt], scope: Scope) -> Iterator[OwnFunction]:
    """The functions of the project that the statements of a block call, behind no condition."""
    for statement in body:
        match statement:
            case ast.Expr(value=ast.Call() as call) | ast.Assign(value=ast.Call() as call):
                thing = survey.resolver.thing(call.func, scope) if isinstance(call.func, ast.Name) else None
                if isinstance(thing, OwnFunction):
                    yield thing
