"""What a program does that is called with no words at all: its work, or nothing but to show its help."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.effects import COMPLAINING, Effects, Outcome, Outcomes
from dockerize_ml.facts.commandline.holding import Holding
from dockerize_ml.facts.commandline.parts import keyword, last_name
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.facts.commandline.verb import Verb
    from dockerize_ml.facts.source.values import Scope
    from dockerize_ml.facts.survey import Survey

_HELP = frozenset({"print_help", "print_usage"})
_ENDS = frozenset({"exit", "quit", "_exit"})
_PARSER = re.compile(r"pars|^p$|^ap$", re.IGNORECASE)
_COMPLAINS: Outcomes = frozenset({Outcome.COMPLAINS})
_RETURNS: Outcomes = frozenset({Outcome.RETURNS})
_GOES_ON: Outcomes = frozenset({Outcome.GOES_ON})


def shows_help_only(survey: Survey, verb: Verb, lacking: frozenset[str], asked: frozenset[Place]) -> bool:
    """Whether every way through the code of the bare program comes to its help, or to a complaint of its parser.

    Args:
        survey: of the project.
        verb: the bare program.
        lacking: what only a sub-command leaves to the names of the command line, so that calling it fails.
        asked: the calls by which its parser comes to ask for something.
    """
    return _Unasked(survey, verb, lacking, asked).outcome() is Outcome.COMPLAINS


class _Unasked(Effects):
    """Follows the code; a program that ends otherwise, well or not, has worked."""

    def __init__(self, survey: Survey, verb: Verb, lacking: frozenset[str], asked: frozenset[Place]) -> None:
        super().__init__(survey, verb)
        self._lacking = lacking
        self._asked = asked

    def _statement(self, statement: ast.stmt, scope: Scope) -> Outcomes:
        match statement:
            case ast.Raise(exc=raised):
                return _ended(self._expression(raised, scope))
            case ast.Assign(targets=[ast.Attribute(value=named, attr="required")], value=ast.Constant(value=True)):
                return _GOES_ON if _is_of_command(named, scope) else _COMPLAINS
        return super()._statement(statement, scope)

    def _call(self, call: ast.Call, scope: Scope) -> Outcomes:
        name = last_name(call.func)
        if name in _HELP or self._is_lacking(call.func) or self._asks(call, scope):
            return _COMPLAINS
        if name in COMPLAINING and isinstance(call.func, ast.Attribute):
            return _COMPLAINS if _PARSER.search(last_name(call.func.value)) else _GOES_ON
        if name in _ENDS:
            return _RETURNS
        return super()._call(call, scope)

    def _asks(self, call: ast.Call, scope: Scope) -> bool:
        """Whether it makes the bare program's parser ask for a word."""
        if not isinstance(call.func, ast.Attribute) or _is_of_command(call.func.value, scope):
            return False
        required = keyword(call, "required") if call.func.attr == "add_subparsers" else None
        is_required = isinstance(required, ast.Constant) and required.value is True
        return is_required or Place(scope.module.path, call.lineno) in self._asked

    def _is_lacking(self, func: ast.expr) -> bool:
        """``args.func(args)`` where no sub-command said which."""
        match func:
            case ast.Attribute(value=ast.Name(), attr=name):
                return name in self._lacking
        return False


def _ended(outcomes: Outcomes) -> Outcomes:
    """The same, of a statement behind which nothing is carried out."""
    return (outcomes - _GOES_ON) | _RETURNS if Outcome.GOES_ON in outcomes else outcomes


def _is_of_command(node: ast.expr, scope: Scope, hands: int = 4) -> bool:
    """Whether an expression is the parser of a sub-command, or what belongs to one."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=attr)):
            return attr == "add_parser" or (hands > 0 and _is_of_command(value, scope, hands - 1))
        case ast.Name(id=name):
            bound = Holding.bound(name, scope)
            return bound is not None and hands > 0 and _is_of_command(bound, scope, hands - 1)
    return False
