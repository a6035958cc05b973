"""What the names of a command line hold when nothing but the verb is typed, and what conditions on them come to."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.verb import UNKNOWN, Held, Referred, Unknown
from dockerize_ml.facts.source.scope import Assigned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.commandline.verb import Verb
    from dockerize_ml.facts.source.values import Scope

# Names that people give to what they parsed off the command line.
_PARSED = frozenset(
    {"args", "opts", "options", "ns", "namespace", "arguments", "params", "cli_args", "parsed", "arg", "flags"}
)
# `key = table[key]` would be asked for ever.
_DEEPEST = 8


class Holding:
    """Answers for one verb.

    Args:
        verb: whose names.
    """

    def __init__(self, verb: Verb) -> None:
        self._verb = verb
        self._depth = 0

    def truth(self, test: ast.expr, scope: Scope) -> bool | None:
        """Whether a condition holds; None where only the running program knows."""
        match test:
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                told = self.truth(operand, scope)
                return None if told is None else not told
            case ast.BoolOp(op=op, values=values):
                return _together([self.truth(value, scope) for value in values], every=isinstance(op, ast.And))
            case ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()], comparators=[ast.Constant("__main__")]):
                return True
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._compared(left, op, right, scope)
        value = self.value(test, scope)
        if isinstance(value, Unknown):
            return None
        return isinstance(value, Referred) or bool(value)

    def _compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr, scope: Scope) -> bool | None:
        value = self.value(left, scope)
        parts = right.elts if isinstance(right, ast.Tuple | ast.List | ast.Set) else None
        several = parts is not None
        wanted = [self.value(node, scope) for node in (parts if parts is not None else [right])]
        if any(isinstance(one, Unknown | Referred) for one in (value, *wanted)):
            return None
        match op:
            case ast.Eq() | ast.Is() if not several:
                return value == wanted[0]
            case ast.NotEq() | ast.IsNot() if not several:
                return value != wanted[0]
            case ast.In() if several:
                return value in wanted
            case ast.NotIn() if several:
                return value not in wanted
        return None

    def value(self, node: ast.expr, scope: Scope) -> Held:
        """What an expression holds."""
        if self._depth >= _DEEPEST:
            return UNKNOWN
        self._depth += 1
        try:
            return self._value(node, scope)
        finally:
            self._depth -= 1

    def _value(self, node: ast.expr, scope: Scope) -> Held:
        match node:
            case ast.Constant(value=str() | int() | float() | None as value):
                return value
            case ast.Name(id=name):
                return self._name(name, scope)
            case ast.Attribute(value=ast.Name(id=base), attr=name) if self._is_parsed(base):
                return self._verb.holds.get(name, UNKNOWN)
            case ast.Subscript(value=base, slice=key):
                return self._entry(base, key, scope)
            case ast.Call(func=ast.Attribute(value=base, attr="get"), args=[key, *_]):
                return self._entry(base, key, scope)
        return UNKNOWN

    def _entry(self, base: ast.expr, key: ast.expr, scope: Scope) -> Held:
        """``vars(args)["command"]`` of what was parsed, or ``COMMANDS[args.command]`` of a table."""
        match base, key:
            case ast.Name(id=known), ast.Constant(value=str() as name) if self._is_parsed(known):
                return self._verb.holds.get(name, UNKNOWN)
        wanted = self.value(key, scope)
        entries = (Referred(value, at) for name, value, at in self.table(base, scope) if name == wanted)
        return next(entries, UNKNOWN)

    def table(self, node: ast.expr, scope: Scope) -> Iterator[tuple[object, ast.expr, Scope]]:
        """The keys and values of a dictionary that an expression is or names."""
        match node:
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                yield from ((key.value, value, scope) for key, value in pairs if isinstance(key, ast.Constant))
            case ast.Name(id=name):
                match self.bound(name, scope):
                    case ast.Dict() as found:
                        yield from self.table(found, scope)

    @staticmethod
    def bound(name: str, scope: Scope) -> ast.expr | None:
        """The expression that a local name, or one of the module, was given last."""
        local = scope.module.local_names(scope.functions[-1]).get(name) if scope.functions else None
        match local or scope.module.names.get(name):
            case [*_, Assigned(value=value, index=None)]:
                return value
        return None

    def _name(self, name: str, scope: Scope) -> Held:
        if self._verb.own is not None and scope.functions[-1:] == (self._verb.own,) and name in self._verb.holds:
            return self._verb.holds[name]
        # `command = args.command`; of what is computed nobody knows more.
        match self.bound(name, scope):
            case (ast.Attribute() | ast.Subscript() | ast.Call()) as given:
                return self.value(given, scope)
        return UNKNOWN

    def _is_parsed(self, name: str) -> bool:
        """Whether a name is one that people give to what they parsed off the command line."""
        if self._verb.own is not None:
            return False
        return name.lower() in _PARSED or "parsed" in name or name.endswith(("_args", "_opts", "_ns"))


def matched(pattern: ast.pattern) -> list[object] | None:
    """The values that a pattern of ``match`` takes: none for any value, None where nobody knows."""
    match pattern:
        case ast.MatchValue(value=ast.Constant(value=value)) | ast.MatchSingleton(value=value):
            return [value]
        case ast.MatchOr(patterns=patterns):
            found = [matched(one) for one in patterns]
            return None if None in found else [value for one in found for value in one or ()]
        case ast.MatchAs(pattern=None):
            return []
    return None


def _together(told: list[bool | None], *, every: bool) -> bool | None:
    if (not every) in told:
        return not every
    return None if None in told else every
