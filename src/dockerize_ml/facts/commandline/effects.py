"""Whether code, once it runs, comes to a call that serves: surely, perhaps or not."""

from __future__ import annotations

import ast
from enum import Enum
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.holding import Holding, matched
from dockerize_ml.facts.commandline.parts import last_name
from dockerize_ml.facts.commandline.verb import Referred, Unknown
from dockerize_ml.facts.source.values import External, Member, OwnClass, OwnFunction, OwnObject, Scope
from dockerize_ml.knowledge.servers import is_server_class, serving_calls, serving_methods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dockerize_ml.facts.commandline.verb import Verb
    from dockerize_ml.facts.source.values import Thing
    from dockerize_ml.facts.survey import Survey

# A program that hands its work through more hands than this is not read to its end.
_DEEPEST = 14
_MOST_FUNCTIONS = 400
# What ends the program with a complaint, and what ends it either way.
COMPLAINING = frozenset({"error", "fail", "abort"})
_ENDS = frozenset({"sys.exit", "exit", "quit", "os._exit"})
# Starting calls that only look like one: they open a tunnel, or take the command line apart themselves.
_NO_START = frozenset({"pyngrok.ngrok.connect", "flask_script.Manager.run"})
# These keep the function that they are handed for later.
_KEEPS = frozenset({"set_defaults", "add_command", "add_typer", "add_parser", "add_argument", "register", "signal"})


class Outcome(Enum):
    """How code can end: it serves, perhaps it does, it goes on, it returns, or it complains."""

    SERVES = "serves"
    PERHAPS = "perhaps"
    GOES_ON = "goes_on"
    RETURNS = "returns"
    COMPLAINS = "complains"


Outcomes = frozenset[Outcome]
_GOES_ON: Outcomes = frozenset({Outcome.GOES_ON})
_SERVES: Outcomes = frozenset({Outcome.SERVES})
_RETURNS: Outcomes = frozenset({Outcome.RETURNS})
_WRONG: Outcomes = frozenset({Outcome.COMPLAINS})
_MAYBE: Outcomes = frozenset({Outcome.PERHAPS, Outcome.GOES_ON})
_AS_A_CALL = {Outcome.SERVES: _SERVES, Outcome.PERHAPS: _MAYBE, Outcome.COMPLAINS: _WRONG}


class Effects:
    """Follows the code behind one verb, where the names of the command line hold what they do unasked.

    Args:
        survey: of the project.
        verb: whose code.
    """

    def __init__(self, survey: Survey, verb: Verb) -> None:
        self._resolver = survey.resolver
        self._verb = verb
        self._holding = Holding(verb)
        self._starts = {id(start.call) for start in survey.starts if start.by not in _NO_START}
        self._known: dict[int, Outcomes] = {}
        self._depth = 0
        # The calls that were found to serve, and where each stands.
        self.found: list[tuple[ast.Call, Scope]] = []

    def outcome(self) -> Outcome:
        """What becomes of the verb: it serves, perhaps, or it does not."""
        return _judged(self._block(self._verb.body, self._verb.scope))

    def _block(self, body: Sequence[ast.stmt], scope: Scope) -> Outcomes:
        return _in_turn(self._statement(statement, scope) for statement in body)

    def _statement(self, statement: ast.stmt, scope: Scope) -> Outcomes:  # noqa: PLR0911 - one case per kind of node
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Import() | ast.ImportFrom():
                return _GOES_ON
            case ast.Raise(exc=ast.Call(func=ast.Name(id="SystemExit")) as ends):
                inner = (self._expression(given, scope) for given in ends.args)
                return _in_turn((*inner, _RETURNS if _ends_well(ends) else _WRONG))
            case ast.Raise():
                return _WRONG
            case ast.Return(value=value):
                return _in_turn((self._expression(value, scope), _RETURNS))
            case ast.If(test=test, body=body, orelse=orelse):
                return _in_turn((self._expression(test, scope), self._branches(test, body, orelse, scope)))
            case ast.Match(subject=subject, cases=cases):
                return self._cases(subject, cases, scope)
            case (
                ast.For(iter=asked, body=body) | ast.AsyncFor(iter=asked, body=body) | ast.While(test=asked, body=body)
            ):
                return _in_turn((self._expression(asked, scope), _looped(self._block(body, scope))))
            case ast.With(items=items, body=body) | ast.AsyncWith(items=items, body=body):
                opened = (self._expression(item.context_expr, scope) for item in items)
                return _in_turn((*opened, self._block(body, scope)))
            case ast.Try():
                return self._tried(statement, scope)
        nodes = (node for node in ast.iter_child_nodes(statement) if isinstance(node, ast.expr))
        return _in_turn(self._expression(node, scope) for node in nodes)

    def _tried(self, statement: ast.Try, scope: Scope) -> Outcomes:
        tried = _in_turn(self._block(body, scope) for body in (statement.body, statement.orelse))
        caught = [self._block(handler.body, scope) for handler in statement.handlers]
        if Outcome.SERVES not in tried and any(Outcome.SERVES in one for one in caught):
            tried |= _MAYBE
        return _in_turn((tried, self._block(statement.finalbody, scope)))

    def _branches(self, test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt], scope: Scope) -> Outcomes:
        told = self._holding.truth(test, scope)
        if told is None:
            return self._block(body, scope) | self._block(orelse, scope)
        return self._block(body if told else orelse, scope)

    def _cases(self, subject: ast.expr, cases: list[ast.match_case], scope: Scope) -> Outcomes:
        value = self._holding.value(subject, scope)
        outcomes = _GOES_ON
        for case in cases:
            wanted = matched(case.pattern)
            if isinstance(value, Unknown | Referred) or wanted is None:
                outcomes |= self._block(case.body, scope)
            elif not wanted or value in wanted:
                return self._block(case.body, scope)
        return outcomes

    def _expression(self, node: ast.expr | None, scope: Scope) -> Outcomes:
        """What evaluating an expression comes to: its calls, the inner ones first."""
        return _in_turn(self._call(call, scope) for call in _calls(node)) if node is not None else _GOES_ON

    def _call(self, call: ast.Call, scope: Scope) -> Outcomes:
        things = self._callees(call.func, scope)
        served = any(self._is_server(thing) for thing in things)
        if served or id(call) in self._starts or (not things and _is_serving_method(call.func)):
            self.found.append((call, scope))
            return _SERVES
        name, dotted = last_name(call.func), next((thing.dotted for thing in things if isinstance(thing, External)), "")
        if name in _ENDS or dotted in _ENDS:
            return _RETURNS if _ends_well(call) else _WRONG
        ran = [outcomes for thing in things if (outcomes := self._ran(thing)) is not None]
        if not ran:
            return _WRONG if name in COMPLAINING else self._handed(call, scope)
        return frozenset(outcome for outcomes in ran for outcome in outcomes)

    def _ran(self, thing: Thing | None) -> Outcomes | None:
        """What running something of the project comes to; None where that is nothing to run."""
        match thing:
            case OwnFunction(node=node, scope=around):
                return self._function(node, Scope(around.module, (*around.functions, node), around.owner))
            case OwnClass():
                made = self._method(thing, "__init__")
                return self._ran(made) if made else _GOES_ON
        return None

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, inside: Scope) -> Outcomes:
        if id(node) in self._known:
            return self._known[id(node)]
        if self._depth >= _DEEPEST or len(self._known) >= _MOST_FUNCTIONS:
            return _GOES_ON
        self._known[id(node)] = _GOES_ON
        self._depth += 1
        judged = _judged(self._block(node.body, inside))
        self._depth -= 1
        self._known[id(node)] = _AS_A_CALL.get(judged, _GOES_ON)
        return self._known[id(node)]

    def _handed(self, call: ast.Call, scope: Scope) -> Outcomes:
        """What a call of something foreign comes to: perhaps it runs the function of the project that it is handed."""
        if last_name(call.func) in _KEEPS:
            return _GOES_ON
        given = (*call.args, *(keyword.value for keyword in call.keywords))
        things = (self._resolver.thing(node, scope) for node in given if isinstance(node, ast.Name | ast.Attribute))
        ran = [self._ran(thing) for thing in things if isinstance(thing, OwnFunction)]
        return _MAYBE if any(one and {Outcome.SERVES, Outcome.PERHAPS} & one for one in ran) else _GOES_ON

    def _is_server(self, thing: Thing) -> bool:
        match thing:
            case External(dotted=dotted):
                return dotted in serving_calls()
            case OwnClass():
                return any(is_server_class(base) for base in self._bases(thing))
            case Member(name=name):
                return name in serving_methods()
        return False

    def _callees(self, func: ast.expr, scope: Scope) -> list[Thing]:
        """What a call can call: one thing, or any of a table of the project's functions."""
        held = self._holding.value(func, scope)
        if isinstance(held, Referred):
            return self._callees(held.node, held.scope)
        given = self._holding.bound(func.id, scope) if isinstance(func, ast.Name) else func
        match given:
            case ast.Subscript(value=base) | ast.Call(func=ast.Attribute(value=base, attr="get")):
                entries = [self._resolver.thing(value, at) for _, value, at in self._holding.table(base, scope)]
                if entries:
                    return [entry for entry in entries if entry is not None]
        thing = self._callee(func, scope)
        return [] if thing is None else [thing]

    def _callee(self, func: ast.expr, scope: Scope) -> Thing | None:
        match func:
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=attr) if scope.owner is not None:
                return self._method(scope.owner, attr)
            case ast.Attribute(value=value, attr=attr):
                thing = self._resolver.thing(value, scope)
                return (
                    self._method(thing.of, attr)
                    if isinstance(thing, OwnObject)
                    else self._resolver.attribute(thing, attr)
                )
        return self._resolver.thing(func, scope)

    def _bases(self, owner: OwnClass, hands: int = 6) -> Iterator[str]:
        """The foreign classes that a class of the project derives from."""
        for base in owner.node.bases:
            thing = self._resolver.thing(base, owner.scope)
            if isinstance(thing, External):
                yield thing.dotted
            elif isinstance(thing, OwnClass) and hands:
                yield from self._bases(thing, hands - 1)

    def _method(self, owner: OwnClass, name: str, hands: int = 6) -> Thing | None:
        """A method of a class, or of what that derives from."""
        found = self._resolver.attribute(owner, name)
        if found is not None or not hands:
            return found
        bases = (self._resolver.thing(base, owner.scope) for base in owner.node.bases)
        inherited = (self._method(base, name, hands - 1) for base in bases if isinstance(base, OwnClass))
        return next((method for method in inherited if method is not None), None)


def _judged(outcomes: Outcomes) -> Outcome:
    """What to say of code that can end in these ways; whoever complains has not begun to work."""
    left = outcomes - _WRONG
    if not left:
        return Outcome.COMPLAINS
    if left == _SERVES:
        return Outcome.SERVES
    return Outcome.PERHAPS if left & {Outcome.SERVES, Outcome.PERHAPS} else Outcome.RETURNS


def _in_turn(steps: Iterable[Outcomes]) -> Outcomes:
    outcomes = _GOES_ON
    for step in steps:
        outcomes = (outcomes - _GOES_ON) | step
        if Outcome.GOES_ON not in outcomes:
            break
    return outcomes


def _is_serving_method(func: ast.expr) -> bool:
    return isinstance(func, ast.Attribute) and func.attr in serving_methods()


def _looped(body: Outcomes) -> Outcomes:
    return _SERVES if Outcome.SERVES in body else (body - _WRONG - _RETURNS) | _GOES_ON


def _calls(node: ast.expr) -> list[ast.Call]:
    """The calls of an expression, the inner before the outer; what a ``lambda`` would call is not called yet."""
    found: list[ast.Call] = []
    waiting: list[ast.AST] = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, ast.Lambda):
            continue
        if isinstance(current, ast.Call):
            found.append(current)
        waiting.extend(ast.iter_child_nodes(current))
    return found[::-1]


def _ends_well(call: ast.Call) -> bool:
    match call.args:
        case [] | [ast.Constant(value=0 | None)] | [ast.Call()]:
            return True
    return False
