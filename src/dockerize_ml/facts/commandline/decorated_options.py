"""Options of a decorated function: ``click.option`` above it, or ``typer``'s among its parameters."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.parts import keyword, last_name, text
from dockerize_ml.facts.commandline.verb import UNKNOWN, Held, Option
from dockerize_ml.facts.source.scope import Assigned
from dockerize_ml.facts.source.values import OwnFunction, Scope
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.module import Function, Module
    from dockerize_ml.facts.survey import Survey

_DECLARES = frozenset({"option", "argument"})
_TYPER = frozenset({"Option", "Argument"})


def options(survey: Survey, function: Function, module: Module) -> Iterator[Option]:
    """The options and arguments of a command."""
    scope = Scope(module)
    declared = [option for one in function.decorator_list for option in _above(survey, one, scope)]
    yield from declared
    if not declared:
        yield from _parameters(survey, function, module)


def _above(survey: Survey, decorator: ast.expr, scope: Scope) -> Iterator[Option]:
    """The option of a decorator, or all those that a decorator of the project puts together."""
    func = decorator.func if isinstance(decorator, ast.Call) else decorator
    if isinstance(decorator, ast.Call) and _declares(decorator):
        yield _declared(survey, decorator, scope)
        return
    if isinstance(func, ast.Name):
        # `server_options = together([click.option("--host"), …])`
        assigned = (one.value for one in scope.module.names.get(func.id, ()) if isinstance(one, Assigned))
        for node in (node for value in assigned for node in ast.walk(value)):
            if isinstance(node, ast.Call) and _declares(node):
                yield _declared(survey, node, scope)
    thing = survey.resolver.thing(func, scope)
    if isinstance(thing, OwnFunction):
        inside = Scope(thing.scope.module, (*thing.scope.functions, thing.node))
        for node in ast.walk(thing.node):
            if isinstance(node, ast.Call) and _declares(node):
                yield _declared(survey, node, inside)


def _declares(call: ast.Call) -> bool:
    """Whether a call makes an option that has its names there, rather than from whoever calls for it."""
    return last_name(call.func) in _DECLARES and any(text(node) for node in call.args)


def _declared(survey: Survey, call: ast.Call, scope: Scope) -> Option:
    names = [said for node in call.args if (said := text(node))]
    typed = tuple(part for name in names if name.startswith("-") for part in name.split("/")[:1])
    plain = next((name for name in names if name.isidentifier()), "")
    longest = max(typed, key=len, default="")
    default, nargs = keyword(call, "default"), keyword(call, "nargs")
    is_flag = (
        _is_true(keyword(call, "is_flag")) or any("/" in name for name in names) or _is_true(keyword(call, "count"))
    )
    many = isinstance(nargs, ast.UnaryOp)
    required = keyword(call, "required")
    return Option(
        names=typed,
        holder=plain or longest.lstrip("-").replace("-", "_"),
        default=default,
        scope=scope,
        at=Place(scope.module.path, call.lineno),
        held=False if is_flag and default is None else _held(survey, default, scope),
        told=text(keyword(call, "help")),
        takes_value=not is_flag,
        is_required=_is_true(required) or (not typed and default is None and not many and required is None),
        declared=call,
    )


def _parameters(survey: Survey, function: Function, module: Module) -> Iterator[Option]:
    """The parameters of a function that Typer reads."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    padding: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    pairs = [
        *zip(positional, [*padding, *arguments.defaults], strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    for argument, default in pairs:
        if not _is_context(argument.annotation):
            yield _parameter(survey, argument, default, Scope(module))


def _parameter(survey: Survey, argument: ast.arg, given: ast.expr | None, scope: Scope) -> Option:
    declared = next((node for node in _declarations(argument, given) if last_name(node.func) in _TYPER), None)
    default = given
    if declared is not None and declared is given:
        default = keyword(declared, "default") or next(iter(declared.args), None)
    if isinstance(default, ast.Constant) and default.value is ...:
        default = None
    typed = tuple(said for node in declared.args if (said := text(node)).startswith("-")) if declared else ()
    is_option = default is not None if declared is None else last_name(declared.func) == "Option"
    usual = (f"--{argument.arg.replace('_', '-')}",) if is_option else ()
    names = tuple(name.split("/")[0] for name in typed) or usual
    is_flag = isinstance(default, ast.Constant) and isinstance(default.value, bool)
    return Option(
        names=names,
        holder=argument.arg,
        default=default,
        scope=scope,
        at=Place(scope.module.path, argument.lineno),
        held=_held(survey, default, scope),
        told=text(keyword(declared, "help")) if declared else "",
        takes_value=not is_flag,
        is_required=default is None and (declared is None or not keyword(declared, "default_factory")),
        declared=declared,
    )


def _declarations(argument: ast.arg, given: ast.expr | None) -> Iterator[ast.Call]:
    if isinstance(given, ast.Call):
        yield given
    match argument.annotation:
        case ast.Subscript(slice=ast.Tuple(elts=[_, *told])):
            yield from (node for node in told if isinstance(node, ast.Call))


def _held(survey: Survey, default: ast.expr | None, scope: Scope) -> Held:
    if default is None:
        return None
    if isinstance(default, ast.Constant):
        return default.value if isinstance(default.value, str | int | float | None) else UNKNOWN
    folded = survey.folder.fold(default, scope)
    return UNKNOWN if folded is None or folded.value is None else folded.value


def _is_context(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation).rpartition(".")[2] == "Context"


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value)
