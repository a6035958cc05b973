"""What keeps a script running until somebody stops it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.scope import statements

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

# What keeps a script running until it is stopped.
_STAYS = re.compile(
    r"\brun_forever\(|\bstart_consuming\(|\brun_pending\(|\bKafkaConsumer\("
    r"|\bBlockingScheduler\(|\bloop_forever\(|\bpoll_forever\("
)
_LOOP = re.compile(r"^\s*while\s*\(?\s*(?:True|1)\s*\)?\s*:", re.MULTILINE)


def stays(survey: Survey, path: str) -> bool:
    """Whether a script runs until somebody stops it."""
    text = survey.source.text(path)
    if _STAYS.search(text) or not _LOOP.search(text):
        return bool(_STAYS.search(text))
    module = survey.source.module(path)
    return module is None or any(_is_endless(node) for node in module.nodes)


def stays_in(survey: Survey, path: str, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it does so within a function of its own."""
    lines = survey.source.text(path).splitlines()[function.lineno - 1 : function.end_lineno]
    return bool(_STAYS.search("\n".join(lines))) or any(_is_endless(node) for node in ast.walk(function))


def _is_endless(node: ast.AST) -> bool:
    """Whether it is a ``while True`` that nothing but an interruption leaves."""
    match node:
        case ast.While(test=ast.Constant(value=True | 1), body=body):
            return not any(_leaves(statement) for statement in body)
    return False


def _leaves(statement: ast.stmt) -> bool:
    """Whether a statement of a loop can end it; what is caught when a person interrupts it does not count."""
    match statement:
        case ast.Break() | ast.Return():
            return True
        case (
            ast.For(body=body, orelse=orelse)
            | ast.AsyncFor(body=body, orelse=orelse)
            | ast.While(body=body, orelse=orelse)
        ):
            return any(_returns(inner) for inner in body) or any(_leaves(inner) for inner in orelse)
        case ast.Try(body=body, orelse=orelse, finalbody=finalbody):
            return any(_leaves(inner) for inner in (*body, *orelse, *finalbody))
        case ast.If(body=body, orelse=orelse):
            return any(_leaves(inner) for inner in (*body, *orelse))
        case ast.With(body=body) | ast.AsyncWith(body=body):
            return any(_leaves(inner) for inner in body)
    return False


def _returns(statement: ast.stmt) -> bool:
    return any(isinstance(inner, ast.Return) for inner in statements([statement]))
