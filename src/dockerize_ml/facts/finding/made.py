"""Objects and factories of the project that make something of a known framework."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from dockerize_ml.facts.source.scope import Assigned, Defined, Imported
from dockerize_ml.facts.source.values import Instance, Member, OwnFunction, OwnObject, Scope, Thing
from dockerize_ml.knowledge.app_wrappers import app_wrappers
from dockerize_ml.knowledge.frameworks import framework_of_constructor, frameworks
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.module import Function, Module
    from dockerize_ml.facts.source.resolve import Resolver

# A module that only imports from modules that import from the one that makes the app is no entry any more.
_HANDS = 3

# What only an application has, and its like would have to be made by the framework itself.
_USED_AS = {"register_blueprint": "flask.Flask", "include_router": "fastapi.FastAPI"}

How = Literal["made", "built", "alias", "imported", "factory"]


@dataclass(frozen=True, slots=True)
class Made:
    """A name in a module that stands for an object of a framework.

    Attributes:
        path: the file.
        name: the object's or factory's name in it.
        how: ``made`` there by the constructor, ``built`` there by a call of one of the project's factories,
            an ``alias`` of another name, ``imported`` from elsewhere, or itself a ``factory`` that needs no arguments.
        framework: the framework's name.
        instance: the call of the constructor.
        at: where the name is bound.
    """

    path: str
    name: str
    how: How
    framework: str
    instance: Instance
    at: Place


class MadeThings:
    """Finds, once per project, every name that stands for a framework's object."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._graph = resolver.graph
        self.all = tuple(self._find())

    def _find(self) -> Iterator[Made]:
        for path in self._files():
            module = self._graph.module(path)
            if module is not None:
                yield from self._in_module(module)

    def _files(self) -> Iterator[str]:
        """Files that mention a framework, and those that import from them."""
        found = dict.fromkeys(self._graph.importing(framework_imports()))
        latest = list(found)
        for _ in range(_HANDS):
            latest = [
                importer
                for path in latest
                for importer in sorted(self._graph.importers.get(path, ()))
                if importer not in found
            ]
            found.update(dict.fromkeys(latest))
        yield from found

    def _in_module(self, module: Module) -> Iterator[Made]:
        scope = Scope(module)
        for name, found in module.names.items():
            binding = next((one for one in reversed(found) if not module.is_guarded(one.line)), None)
            if name == "*" or binding is None:
                continue
            thing = self._resolver.name(name, scope)
            instance = served(thing, self._resolver)
            if instance is not None:
                known = framework_name(instance)
                how = self._how(binding, instance)
                if known and how:
                    yield Made(module.path, name, how, known, instance, Place(module.path, binding.line))
            elif isinstance(thing, OwnFunction) and isinstance(binding, Defined):
                yield from self._factory(name, thing, module)
        yield from self._globals(module)

    def _globals(self, module: Module) -> Iterator[Made]:
        """Names that only a function binds, by ``global``."""
        for name in module.global_names - module.names.keys():
            instance = served(self._resolver.name_in_module(module, name), self._resolver)
            known = framework_name(instance) if instance else None
            if instance and known:
                yield Made(module.path, name, "imported", known, instance, instance.place)

    def _how(self, binding: object, instance: Instance) -> How | None:
        match binding:
            case Imported():
                return "imported"
            case Assigned(value=value):
                if isinstance(value, ast.Name):
                    return "alias"
                return "made" if _holds(value, instance.call) else "built"
            case Defined(node=ast.ClassDef()):
                return None
        return None

    def _factory(self, name: str, function: OwnFunction, module: Module) -> Iterator[Made]:
        if function.scope.functions or needs_arguments(function.node):
            return
        instance = served(self._resolver.returned(function), self._resolver)
        known = framework_name(instance) if instance else None
        if instance and known:
            yield Made(module.path, name, "factory", known, instance, Place(module.path, function.node.lineno))


def served(thing: Thing | None, resolver: Resolver, hops: int = 8) -> Instance | None:
    """The framework's object behind a thing, wrappers taken off; at most ``hops``, for some wrap themselves."""
    if hops == 0:
        return None
    match thing:
        case Instance():
            return _unwrapped(thing, resolver, hops)
        case Member(instance=Instance(of=of, call=call, scope=scope), name="server") if "dash" in of and _server_of(
            call
        ):
            # The Flask application that a dashboard was put into is what serves both.
            flask = served(resolver.thing(_server_of(call), scope), resolver, hops - 1)
            return flask or _unwrapped(thing.instance, resolver, hops)
        case Member(instance=instance, name="server" | "app" | "wsgi_app" | "asgi_app" | "fastapi_app" | "flask_app"):
            return _unwrapped(instance, resolver, hops)
        case OwnObject(call=ast.Call()):
            return None
    return None


def _server_of(call: ast.Call) -> ast.expr | None:
    node = argument(call, None, "server")
    return None if isinstance(node, ast.Constant) else node


def _unwrapped(instance: Instance, resolver: Resolver, hops: int) -> Instance | None:
    if framework_name(instance) is None and (rebound := _rebound(instance)):
        return served(resolver.thing(rebound, instance.scope), resolver, hops - 1) or instance
    wrapper = app_wrappers().get(instance.of)
    if wrapper is None:
        return as_used(instance)
    return served(resolver.thing(argument(instance.call, *wrapper), instance.scope), resolver, hops - 1)


@cache
def _treated_as(module: Module) -> dict[str, str]:
    """What is called on names of a module that tells what they stand for."""
    used = _USED_AS | ({"register_blueprint": "quart.Quart"} if "quart" in module.names else {})
    found = {}
    for call in module.calls:
        match call.node.func:
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if attr in used:
                found[name] = used[attr]
    return found


def as_used(instance: Instance) -> Instance:
    """What a stranger's factory made, as that which the module treats it as: ``app = base.create_app()``."""
    top, _, last = instance.of.partition(".")[0], "", instance.of.rpartition(".")[2]
    if top in framework_imports() or not last.islower():
        return instance
    module, functions = instance.scope.module, instance.scope.functions
    for name, constructor in _treated_as(module).items():
        found = (module.local_names(functions[-1]) if functions else module.names).get(name, ())
        if any(isinstance(one, Assigned) and one.value is instance.call for one in found):
            return replace(instance, of=constructor)
    return instance


def _rebound(instance: Instance) -> ast.Name | None:
    """The name that a call is handed and that its result is bound to again: ``app`` for ``app = cors(app)``."""
    match instance.call.args:
        case [ast.Name(id=name) as handed, *_]:
            module, functions = instance.scope.module, instance.scope.functions
            names = module.local_names(functions[-1]) if functions else module.names
            bound = any(isinstance(one, Assigned) and one.value is instance.call for one in names.get(name, ()))
            return handed if bound else None
    return None


def argument(call: ast.Call, position: int | None, *names: str) -> ast.expr | None:
    """The argument of a call, by one of its names or by position."""
    for keyword in call.keywords:
        if keyword.arg in names:
            return keyword.value
    if (
        position is None
        or position >= len(call.args)
        or any(isinstance(item, ast.Starred) for item in call.args[: position + 1])
    ):
        return None
    return call.args[position]


def framework_name(instance: Instance, *, fluent: bool = False) -> str | None:
    """The framework whose constructor made the instance; ``fluent`` sees through ``Blocks().queue()``."""
    dotted = instance.of
    known = framework_of_constructor(dotted)
    while known is None and fluent and "." in dotted:
        dotted = dotted.rpartition(".")[0]
        known = framework_of_constructor(dotted)
    if known is not None:
        return known.name
    top, _, last = instance.of.partition(".")[0], "", instance.of.rpartition(".")[2]
    for candidate in frameworks():
        for constructor in (*candidate.constructors, *candidate.asgi_constructors):
            if constructor.partition(".")[0] == top and constructor.rpartition(".")[2] == last and last[:1].isupper():
                return candidate.name
    return None


@cache
def framework_imports() -> frozenset[str]:
    """The top-level names that frameworks are imported as."""
    return frozenset(name.partition(".")[0] for known in frameworks() for name in known.imports)


def _holds(value: ast.expr, call: ast.Call) -> bool:
    return any(node is call for node in ast.walk(value))


def needs_arguments(function: Function, *, bound: bool = False) -> bool:
    """Whether a function cannot be called without arguments; a ``bound`` method is given its first."""
    arguments = function.args
    positional = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults) - bound
    return positional > 0 or any(default is None for default in arguments.kw_defaults)
