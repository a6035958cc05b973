"""Verbs and options that a program takes apart with ``argparse``."""

from __future__ import annotations

import ast
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.commandline.parts import keyword, text
from dockerize_ml.facts.commandline.verb import UNKNOWN, Held, Option, Referred, Verb
from dockerize_ml.facts.source.scope import Assigned, Binding, Imported
from dockerize_ml.facts.source.values import OwnFunction, Scope
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dockerize_ml.facts.survey import Survey

Words = tuple[str, ...]
# A parser is known by the function in which it has its name, and by that name.
Key = tuple[int, str]
_MOST_FUNCTIONS = 60
_GROUPS = frozenset({"add_argument_group", "add_mutually_exclusive_group"})
_FLAGS = {"store_true": False, "store_false": True}
_NO_VALUE = frozenset({"store_true", "store_false", "store_const", "append_const", "count", "version", "help"})


class Entry(NamedTuple):
    """The code that runs when a program is started."""

    body: Sequence[ast.stmt]
    scope: Scope


class _Statement(NamedTuple):
    """A call of a parser's method, and the values that loops and conditions around it leave to their names."""

    call: ast.Call
    target: str
    scope: Scope
    left: dict[str, Words]


class _Parsers:
    """Which name stands for the parser of which verbs."""

    def __init__(self) -> None:
        self.words: dict[Key, frozenset[Words]] = {}
        self.holders: dict[Key, tuple[str, frozenset[Words]]] = {}
        self.parents: dict[Words, list[Key]] = {}
        self.options: dict[Key | Words, list[Option]] = {}
        self.settings: dict[Words, dict[str, Held]] = {(): {}}
        self.places: dict[Words, Place] = {}


def argparse_verbs(survey: Survey, entry: Entry) -> Iterator[Verb]:
    """The bare program, and each of its sub-commands."""
    parsers = _Parsers()
    for statement in _statements(survey, entry, parsers):
        _take(survey, parsers, statement)
    for words, at in {(): Place(entry.scope.module.path), **parsers.places}.items():
        own = (*parsers.options.get(words, ()), *_inherited(parsers, words))
        chosen = parsers.settings.get(words, {})
        earlier = tuple(
            option
            for length in range(len(words))
            for option in parsers.options.get(words[:length], ())
            # The words themselves are one that is known by its place.
            if option.names or option.holder not in chosen
        )
        holds: dict[str, Held] = {option.holder: option.held for option in (*earlier, *own)}
        for length in range(len(words) + 1):
            holds |= parsers.settings.get(words[:length], {})
        yield Verb(words, entry.body, entry.scope, own, earlier, holds, None, at)


def _inherited(parsers: _Parsers, words: Words) -> Iterator[Option]:
    for key in parsers.parents.get(words, ()):
        yield from parsers.options.get(key, ())


def _statements(survey: Survey, entry: Entry, parsers: _Parsers) -> Iterator[_Statement]:
    """The calls of methods in the code that the entry reaches, in the order in which it does."""
    waiting = deque([entry])
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_FUNCTIONS:
        body, scope = waiting.popleft()
        for statement in _calls(body, scope, {}):
            yield statement
            called = survey.resolver.thing(statement.call.func, scope)
            if not isinstance(called, OwnFunction) or id(called.node) in seen:
                continue
            seen.add(id(called.node))
            inside = Scope(called.scope.module, (*called.scope.functions, called.node), called.scope.owner)
            waiting.append(Entry(called.node.body, inside))
            _pass_on(parsers, statement, called, inside)


def _pass_on(parsers: _Parsers, statement: _Statement, called: OwnFunction, inside: Scope) -> None:
    """A parser that is handed to a function goes on under the name of its parameter."""
    names = [argument.arg for argument in called.node.args.args]
    for name, given in zip(names, statement.call.args, strict=False):
        key = _key(given, statement.scope)
        if key in parsers.words:
            parsers.words[_of(inside, name)] = parsers.words[key]
        if key in parsers.holders:
            parsers.holders[_of(inside, name)] = parsers.holders[key]


def _take(  # noqa: C901 - one case per method of a parser
    survey: Survey, parsers: _Parsers, statement: _Statement
) -> None:
    call, scope = statement.call, statement.scope
    if not isinstance(call.func, ast.Attribute):
        return
    receiver, bound = _key(call.func.value, scope), _of(scope, statement.target)
    owners = parsers.words.get(receiver, frozenset({()}))
    match call.func.attr:
        case "add_subparsers":
            holder = text(keyword(call, "dest"))
            parsers.holders[bound] = (holder, owners)
            for words in owners:
                parsers.settings.setdefault(words, {})[holder] = None
        case "add_parser":
            parsers.words[bound] = frozenset(_new_parsers(parsers, statement, receiver))
        case "add_argument":
            option = _option(survey, call, scope)
            if receiver not in parsers.words and not _is_main(receiver, scope):
                parsers.options.setdefault(receiver, []).append(option)
                return
            for words in _left(owners, statement):
                _take_choices(parsers, words, option, _texts(survey, keyword(call, "choices"), scope))
                parsers.options.setdefault(words, []).append(option)
        case "set_defaults":
            for words in _left(owners, statement):
                parsers.settings.setdefault(words, {}).update(_settings(statement, words))
        case name if name in _GROUPS and receiver in parsers.words:
            parsers.words[bound] = owners


def _take_choices(parsers: _Parsers, words: Words, option: Option, choices: Words) -> None:
    """``add_argument("command", choices=["train", "serve"])``: each word that may stand first is a verb, too."""
    if option.names or any(not earlier.names for earlier in parsers.options.get(words, ())):
        return
    for choice in choices:
        parsers.places.setdefault((*words, choice), option.at)
        parsers.settings.setdefault((*words, choice), {})[option.holder] = choice


def _texts(survey: Survey, node: ast.expr | None, scope: Scope) -> Words:
    """The texts of a sequence, or of the keys of a dictionary, that may stand under a name: ``sorted(COMMANDS)``."""
    match node:
        case ast.Call(func=ast.Name(id="list" | "tuple" | "sorted"), args=[inner]):
            return _texts(survey, inner, scope)
        case ast.Call(func=ast.Attribute(value=inner, attr="keys"), args=[]):
            return _texts(survey, inner, scope)
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return tuple(said for part in parts if (said := text(part)))
        case ast.Dict(keys=keys):
            return tuple(said for key in keys if (said := text(key)))
        case ast.Name(id=name):
            module = scope.module
            local = module.local_names(scope.functions[-1]).get(name) if scope.functions else None
            return _bound_texts(survey, local or module.names.get(name), scope)
    return ()


def _bound_texts(survey: Survey, bindings: Sequence[Binding] | None, scope: Scope) -> Words:
    match bindings:
        case [*_, Assigned(value=value)]:
            return _texts(survey, value, scope)
        case [*_, Imported(level=level, module=module, name=str() as name)]:
            located = survey.source.layout.locate(scope.module.path, level, module)
            origin = survey.source.module(located.path) if located and located.path.endswith(".py") else None
            return _texts(survey, ast.Name(name), Scope(origin)) if origin else ()
    return ()


def _is_main(receiver: Key, scope: Scope) -> bool:
    """Whether a name that no verb has is the whole program's parser, rather than one that is made for others."""
    bound = scope.module.local_names(scope.functions[-1]) if scope.functions else scope.module.names
    match bound.get(receiver[1]):
        case [*_, Assigned(value=ast.Call() as made)]:
            helps = keyword(made, "add_help")
            return not (isinstance(helps, ast.Constant) and helps.value is False)
    return True


def _new_parsers(parsers: _Parsers, statement: _Statement, receiver: Key) -> Iterator[Words]:
    call = statement.call
    holder, above = parsers.holders.get(receiver, ("", frozenset({()})))
    first = call.args[0] if call.args else keyword(call, "name")
    names = statement.left.get(first.id, ()) if isinstance(first, ast.Name) else (text(first),)
    for words in above:
        for name in filter(None, names):
            verb = (*words, name)
            parsers.places.setdefault(verb, Place(statement.scope.module.path, call.lineno))
            parsers.settings.setdefault(verb, {})[holder] = name
            match keyword(call, "parents"):
                case ast.List(elts=parts) | ast.Tuple(elts=parts):
                    parsers.parents[verb] = [_key(part, statement.scope) for part in parts]
            yield verb


def _left(owners: frozenset[Words], statement: _Statement) -> Iterator[Words]:
    """The verbs that a statement is for: within a loop over their names a condition may leave out some."""
    told = [names for names in statement.left.values() if names]
    for words in owners:
        if not words or not told or any(words[-1] in names for names in told):
            yield words


def _settings(statement: _Statement, words: Words) -> Iterator[tuple[str, Held]]:
    for given in statement.call.keywords:
        match given.value:
            case ast.Constant(value=str() | int() | None as value):
                yield given.arg or "", value
            case ast.Name(id=name) if words and words[-1] in statement.left.get(name, ()):
                yield given.arg or "", words[-1]
            case value:
                yield given.arg or "", Referred(value, statement.scope)


def _option(survey: Survey, call: ast.Call, scope: Scope) -> Option:
    names = tuple(said for node in call.args if (said := text(node)))
    typed = tuple(name for name in names if name.startswith("-"))
    longest = next((name for name in typed if name.startswith("--")), typed[0] if typed else "".join(names[:1]))
    default, action = keyword(call, "default"), text(keyword(call, "action"))
    folded = survey.folder.fold(default, scope)
    held: Held = _FLAGS.get(action) if default is None else UNKNOWN
    if folded is not None and folded.value is not None:
        held = folded.value
    elif isinstance(default, ast.Constant):
        held = default.value if isinstance(default.value, str | int | float | None) else UNKNOWN
    nargs, required = keyword(call, "nargs"), keyword(call, "required")
    return Option(
        names=typed,
        holder=text(keyword(call, "dest")) or longest.lstrip("-").replace("-", "_"),
        default=default,
        scope=scope,
        at=Place(scope.module.path, call.lineno),
        held=held,
        told=text(keyword(call, "help")),
        takes_value=action not in _NO_VALUE and not action.endswith("BooleanOptionalAction"),
        # An argument known by its place has to be given, whatever its default, unless `nargs` lets it be left out.
        is_required=isinstance(required, ast.Constant) and required.value is True
        if typed
        else bool(names) and text(nargs) not in {"?", "*", "..."} and not _is_variable(nargs),
        declared=call,
    )


def _is_variable(nargs: ast.expr | None) -> bool:
    """``argparse.REMAINDER`` and the like, or what nobody can tell."""
    return nargs is not None and not isinstance(nargs, ast.Constant)


def _calls(body: Sequence[ast.stmt], scope: Scope, left: dict[str, Words]) -> Iterator[_Statement]:
    """The calls of statements, with what their loops and conditions leave to the names of loops."""
    for statement in body:
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                continue
            case ast.For(target=ast.Name(id=name), iter=asked, body=inner):
                yield from _calls(inner, scope, {**left, name: _names(asked, scope)})
                continue
            case ast.If(test=ast.Compare(left=ast.Name(id=name)) as test, body=inner, orelse=orelse) if name in left:
                yield from _calls(inner, scope, {**left, name: _compared(test, left[name])})
                yield from _calls(orelse, scope, left)
                continue
        target = _target(statement)
        for node in _expressions(statement):
            inner_calls = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
            yield from (_Statement(call, target if call is node else "", scope, left) for call in reversed(inner_calls))
        for block in ("body", "orelse", "finalbody"):
            yield from _calls(getattr(statement, block, ()), scope, left)
        for handler in getattr(statement, "handlers", ()):
            yield from _calls(handler.body, scope, left)


def _compared(test: ast.Compare, names: Words) -> Words:
    """Those of the names that a condition leaves: ``if command == "start":``."""
    match test:
        case ast.Compare(ops=[ast.Eq()], comparators=[ast.Constant(value=str() as name)]):
            return (name,)
        case ast.Compare(ops=[ast.In()], comparators=[ast.Tuple(elts=parts) | ast.List(elts=parts)]):
            return tuple(said for part in parts if (said := text(part)))
    return names


def _names(asked: ast.expr, scope: Scope) -> Words:
    """The texts that a loop goes through."""
    if isinstance(asked, ast.Name):
        local = scope.module.local_names(scope.functions[-1]).get(asked.id) if scope.functions else None
        match local or scope.module.names.get(asked.id):
            case [*_, Assigned(value=value)]:
                asked = value
    parts = asked.elts if isinstance(asked, ast.Tuple | ast.List | ast.Set) else []
    return tuple(said for part in parts if (said := text(part)))


def _expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    match statement:
        case ast.With(items=items) | ast.AsyncWith(items=items):
            yield from (item.context_expr for item in items)
        case _:
            yield from (node for node in ast.iter_child_nodes(statement) if isinstance(node, ast.expr))


def _target(statement: ast.stmt) -> str:
    match statement:
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            return ast.unparse(target)
    return ""


def _key(node: ast.expr, scope: Scope) -> Key:
    return _of(scope, ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else "")


def _of(scope: Scope, name: str) -> Key:
    return (id(scope.functions[-1]) if scope.functions else id(scope.module), name)
