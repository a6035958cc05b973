"""The verbs of a program, however it takes its command line apart."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.argparse_verbs import Entry, argparse_verbs
from dockerize_ml.facts.commandline.decorated_verbs import decorated_verbs
from dockerize_ml.facts.finding.declared import declared
from dockerize_ml.facts.source.values import OwnFunction, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dockerize_ml.facts.commandline.verb import Verb
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.source.values import Thing
    from dockerize_ml.facts.survey import Survey

_MOST_HANDS = 2


def verbs(survey: Survey, program: Program) -> tuple[Verb, ...]:
    """Each way to call a program: its commands, or the bare program and its sub-commands."""
    target, entry = _entry(survey, program)
    called = [thing for thing in (target, *_called(survey, entry, _MOST_HANDS)) if thing is not None]
    files = survey.source.reachable(program.file)
    found = tuple(decorated_verbs(survey, files, called))
    if found or entry is None:
        return found
    return tuple(argparse_verbs(survey, entry))


def _entry(survey: Survey, program: Program) -> tuple[Thing | None, Entry | None]:
    """What a console script names, and the code that runs: its function's, or the whole file's."""
    module = survey.source.module(program.file)
    if module is None:
        return None, None
    if program.entrypoint.endswith(".py"):
        return None, Entry(module.tree.body, Scope(module))
    command = next((one for one in declared(survey) if one.name == program.entrypoint), None)
    module = survey.source.module(command.file) if command and command.file.endswith(".py") else None
    if command is None or module is None:
        return None, None
    thing = survey.resolver.name_in_module(module, command.target.partition(":")[2].partition("[")[0].strip())
    if not isinstance(thing, OwnFunction):
        return thing, None
    inside = Scope(thing.scope.module, (*thing.scope.functions, thing.node), thing.scope.owner)
    return thing, Entry(thing.node.body, inside)


def _called(survey: Survey, entry: Entry | None, hands: int) -> Iterator[Thing | None]:
    """What the code calls, itself or through a few hands: ``cli()``, ``app()``, ``cli.main()``."""
    if entry is None:
        return
    for call in _calls(entry.body):
        things = [survey.resolver.thing(node, entry.scope) for node in _meant(call.func)]
        yield from things
        for thing in things:
            if isinstance(thing, OwnFunction) and hands:
                inside = Scope(thing.scope.module, (*thing.scope.functions, thing.node), thing.scope.owner)
                yield from _called(survey, Entry(thing.node.body, inside), hands - 1)


def _calls(body: Sequence[ast.stmt]) -> Iterator[ast.Call]:
    for statement in body:
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from (node for node in ast.walk(statement) if isinstance(node, ast.Call))


def _meant(func: ast.expr) -> Iterator[ast.expr]:
    """What is called, or the command whose ``main`` is."""
    if isinstance(func, ast.Name | ast.Attribute):
        yield func
    if isinstance(func, ast.Attribute) and func.attr == "main":
        yield func.value
