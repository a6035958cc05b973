"""Applications of no framework: functions and objects that are called as WSGI or ASGI says."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dockerize_ml.facts.finding.made import argument, needs_arguments
from dockerize_ml.facts.finding.starts import FUNCTIONS, Start
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.source.scope import Assigned, Defined
from dockerize_ml.facts.source.values import Instance, OwnClass, OwnFunction, OwnObject, Scope
from dockerize_ml.knowledge.app_wrappers import app_wrappers
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.source.module import Function, Module
    from dockerize_ml.facts.source.resolve import Resolver
    from dockerize_ml.facts.source.values import Thing

Interface = Literal["wsgi", "asgi"]
# What a server is handed is called so; other callables of the kind are wrapped, mounted or tested.
_USUAL = frozenset({"application", "app", "wsgi_app", "asgi_app", "wsgi_application", "asgi_application"})
_MAKERS = frozenset({"create_app", "make_app", "get_app", "create_application", "make_application", "get_application"})
_MENTION = re.compile(r"\bstart_response\b|\breceive\b|\bRequest\.application\b|\bresponder\b")
_START_RESPONSE = "start_response"
_ASGI = ["scope", "receive", "send"]
_HOPS = 6


@dataclass(frozen=True, slots=True)
class Plain:
    """A name of a module that a server can serve, or a function that makes what it can.

    Attributes:
        path: the file.
        name: with ``()`` for a function that makes the application.
        at: where it is bound.
        starts: the starting calls that are handed it.
    """

    path: str
    name: str
    interface: Interface
    at: Place
    starts: tuple[Start, ...] = ()


class PlainThings:
    """Finds, once per project, every such name.

    Args:
        resolver: of the project.
        starts: every starting call.
    """

    def __init__(self, resolver: Resolver, starts: Iterable[Start]) -> None:
        self._resolver = resolver
        self._starts: dict[tuple[str, str], list[Start]] = {}
        for start in starts:
            if start.instance is None and not why_aside(start.at.path) and (handed := self._handed(start)) is not None:
                self._starts.setdefault(handed, []).append(start)
        self.all = tuple(self._find())

    def _find(self) -> Iterator[Plain]:
        graph = self._resolver.graph
        mentioning = set(graph.mentions(_MENTION))
        importers = {importer for path in mentioning for importer in graph.importers.get(path, ())}
        for path in graph.program_files:
            is_likely = path in mentioning | importers and not why_aside(path)
            module = graph.module(path) if is_likely else None
            for name, found in module.names.items() if module else ():
                binding = next((one for one in reversed(found) if module and not module.is_guarded(one.line)), None)
                if module is not None and isinstance(binding, Assigned | Defined):
                    yield from self._named(module, name, binding)

    def _named(self, module: Module, name: str, binding: Assigned | Defined) -> Iterator[Plain]:
        starts = tuple(self._starts.get((module.path, name), ()))
        at = Place(module.path, binding.line)
        thing = self._resolver.name(name, Scope(module))
        interface = self.interface(thing)
        if interface is not None and (starts or name.lower() in _USUAL):
            yield Plain(module.path, name, interface, at, starts)
        if interface is None and isinstance(binding, Defined):
            made = self._made_by(thing)
            if made is not None and (starts or name in _MAKERS):
                yield Plain(module.path, f"{name}()", made, at, starts)

    def _made_by(self, thing: Thing | None) -> Interface | None:
        """What calling a function, or a class, without arguments gives a server."""
        match thing:
            case OwnFunction(node=node) if not needs_arguments(node):
                return self.interface(self._resolver.returned(thing))
            case OwnClass():
                made = self._resolver.attribute(thing, "__init__")
                is_bare = not isinstance(made, OwnFunction) or not needs_arguments(made.node, bound=True)
                return self._of_object(thing) if is_bare else None
        return None

    def interface(self, thing: Thing | None, hops: int = _HOPS) -> Interface | None:
        """How a server would call a thing; None where it could not."""
        match thing:
            case OwnFunction(node=node):
                return _of_function(node)
            case OwnObject(of=owner):
                return self._of_object(owner)
            case Instance(of=of, call=call, scope=scope) if of in app_wrappers() and hops:
                inner = self._resolver.thing(argument(call, *app_wrappers()[of]), scope)
                return self.interface(inner, hops - 1)
        return None

    def _of_object(self, owner: OwnClass, hops: int = _HOPS) -> Interface | None:
        called = self._resolver.attribute(owner, "__call__")
        if isinstance(called, OwnFunction):
            return _of_function(called.node, bound=True)
        bases = (self._resolver.thing(base, owner.scope) for base in owner.node.bases) if hops else ()
        own = (self._of_object(base, hops - 1) for base in bases if isinstance(base, OwnClass))
        return next((found for found in own if found), None)

    def _handed(self, start: Start) -> tuple[str, str] | None:
        """The file and the name of what a starting call is handed: of an object, or of the function that made it."""
        signature = FUNCTIONS.get(start.by)
        node = argument(start.call, signature.app, "app", "application") if signature else None
        scope = Scope(start.module, start.functions)
        if isinstance(node, ast.Name):
            local = start.module.local_names(start.functions[-1]) if start.functions else {}
            found = local.get(node.id) or start.module.names.get(node.id, [])
            match found[-1:]:
                case [Assigned(value=ast.Call() as made)] if local.get(node.id) or start.module.is_guarded(made.lineno):
                    node = made
        if isinstance(node, ast.Call):
            maker = self._resolver.thing(node.func, scope)
            if isinstance(maker, OwnFunction | OwnClass) and not node.args and not node.keywords:
                return maker.scope.module.path, maker.node.name
            return None
        match node, self._resolver.thing(node, scope):
            case _, OwnFunction(node=function, scope=around):
                return around.module.path, function.name
            case ast.Name(id=name), OwnObject() | Instance():
                return start.module.path, name
        return None


def _of_function(node: Function, *, bound: bool = False) -> Interface | None:
    """The interface of a function by the names of its parameters, or of what a decorator makes of it."""
    names = [each.arg for each in (*node.args.posonlyargs, *node.args.args)][1 if bound else 0 :]
    if names == _ASGI:
        return "asgi" if isinstance(node, ast.AsyncFunctionDef) else None
    if isinstance(node, ast.AsyncFunctionDef):
        return None
    if any(ast.unparse(decorator).endswith(("Request.application", "responder")) for decorator in node.decorator_list):
        return "wsgi"
    is_called_so = len(names) == len(_ASGI) - 1 and names[-1] == _START_RESPONSE
    return "wsgi" if is_called_so and not node.decorator_list else None
