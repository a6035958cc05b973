"""Follow names, imports, aliases, factories and attributes to what an expression stands for."""

import ast
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dockerize_ml.facts.source.effort import Effort
from dockerize_ml.facts.source.graph import SourceGraph
from dockerize_ml.facts.source.module import Function, Module
from dockerize_ml.facts.source.scope import Assigned, Binding, Defined, Imported, Parameter, statements
from dockerize_ml.facts.source.values import (
    External,
    Instance,
    Member,
    OwnClass,
    OwnFunction,
    OwnModule,
    OwnObject,
    Scope,
    Thing,
)


class Resolver:
    """Answers what an expression stands for; every answer is kept.

    Args:
        graph: the project's modules.
        known: dotted names of other distributions that ``from … import *`` brings as well.
    """

    def __init__(self, graph: SourceGraph, known: frozenset[str] = frozenset()) -> None:
        self.graph = graph
        self._known = known
        self.effort = Effort()
        self.name_in_module = cache(self._name_in_module)
        self.call_names = cache(self._call_names)

    def thing(self, node: ast.expr | None, scope: Scope) -> Thing | None:
        """What the expression stands for, or None where the source does not tell."""
        if node is None or not self.effort.enter():
            return None
        try:
            return self._thing(node, scope)
        finally:
            self.effort.leave()

    def _thing(self, node: ast.expr, scope: Scope) -> Thing | None:  # noqa: PLR0911 - one case per kind of node
        match node:
            case ast.Name(id=name):
                return self.name(name, scope, before=node.lineno)
            case ast.Attribute(value=value, attr=attr):
                return self.attribute(self.thing(value, scope), attr)
            case ast.Call():
                return self._called(node, scope)
            case ast.Await(value=value) | ast.NamedExpr(value=value) | ast.Starred(value=value):
                return self.thing(value, scope)
            case ast.IfExp(body=body, orelse=orelse):
                return self.thing(body, scope) or self.thing(orelse, scope)
            case ast.BoolOp(values=values):
                return next((thing for value in values if (thing := self.thing(value, scope))), None)
        return None

    def name(self, name: str, scope: Scope, before: int | None = None) -> Thing | None:
        """What a name stands for, looked up as Python does."""
        for function in reversed(scope.functions):
            found = scope.module.local_names(function).get(name)
            if found:
                return self._bound(found, scope, before)
        found = scope.module.names.get(name)
        if found and not scope.functions:
            return self._bound(found, Scope(scope.module), before)
        return self.name_in_module(scope.module, name)

    def _name_in_module(self, module: Module, name: str) -> Thing | None:
        found = module.names.get(name)
        if found:
            return self._bound(found, Scope(module), None)
        for star in module.stars:
            origin = self._imported(module.path, star.level, star.module)
            thing = self.attribute(origin, name) if isinstance(origin, OwnModule) else None
            if thing is not None:
                return thing
            if isinstance(origin, External) and f"{origin.dotted}.{name}" in self._known:
                return External(f"{origin.dotted}.{name}")
        return self._global(module, name)

    def _global(self, module: Module, name: str) -> Thing | None:
        """A name that only functions bind, by ``global name``."""
        for function in module.globals_of(name):
            scope = Scope(module, (function,))
            found = [binding for binding in module.local_names(function).get(name, ()) if isinstance(binding, Assigned)]
            thing = self._bound(found, scope, None) if found else None
            if thing is not None:
                return thing
        return None

    def _bound(self, found: Sequence[Binding], scope: Scope, before: int | None) -> Thing | None:
        """The last binding tells; for ``app = wrap(app)`` the one before the line that asks."""
        earlier = [binding for binding in found if before is None or binding.line < before] or found
        for binding in reversed(earlier):
            if before is not None and isinstance(binding, Assigned) and binding.line == before:
                continue
            thing = self.binding(binding, scope)
            if thing is not None:
                return thing
        return None

    def binding(self, binding: Binding, scope: Scope) -> Thing | None:
        """What a binding binds its name to."""
        match binding:
            case Imported(level=level, module=module, name=name):
                return self._import(scope.module.path, level, module, name)
            case Assigned(value=value, index=index):
                return self._part(value, index, scope)
            case Defined(node=ast.ClassDef() as node):
                return OwnClass(node, scope)
            case Defined(node=(ast.FunctionDef() | ast.AsyncFunctionDef()) as node):
                return OwnFunction(node, scope)
            case Parameter():
                return self._passed(binding, scope)
        return None

    def _passed(self, parameter: Parameter, scope: Scope) -> Thing | None:
        """What a parameter stands for: the object of a method, what the call passes, or the default."""
        owner = scope.module.owner(parameter.function) if parameter.name in {"self", "cls"} else None
        if owner is not None:
            return OwnObject(OwnClass(owner, Scope(scope.module)))
        given = next(((node, outer) for known, node, outer in scope.passed if known == parameter.name), None)
        return self.thing(*given) if given else self.thing(parameter.default, scope)

    def _part(self, value: ast.expr, index: int | None, scope: Scope) -> Thing | None:
        if index is None:
            return self.thing(value, scope)
        if isinstance(value, ast.Tuple | ast.List):
            return self.thing(value.elts[index], scope) if index < len(value.elts) else None
        called = self._callee(value.func, scope) if isinstance(value, ast.Call) else None
        if isinstance(called, OwnFunction) and isinstance(value, ast.Call):
            part = self.returned(called, tuple(_passed(called.node, value, scope)), index)
            if part is not None:
                return part
        whole = self.thing(value, scope)
        if isinstance(whole, Instance) and index == 0:
            return whole
        return None

    def _import(self, path: str, level: int, module: str, name: str | None) -> Thing | None:
        origin = self._imported(path, level, module)
        if name is None or name == "*":
            return origin
        if not isinstance(origin, OwnModule):
            return External(f"{module}.{name}") if not level else None
        return self.attribute(origin, name)

    def _imported(self, path: str, level: int, module: str) -> Thing | None:
        located = self.graph.layout.locate(path, level, module)
        if located is not None:
            return OwnModule(located.path)
        return None if level else External(module)

    def attribute(self, thing: Thing | None, name: str) -> Thing | None:
        """What ``thing.name`` stands for."""
        if not self.effort.enter():
            return None
        try:
            return self._attribute(thing, name)
        finally:
            self.effort.leave()

    def _attribute(self, thing: Thing | None, name: str) -> Thing | None:
        match thing:
            case External(dotted=dotted):
                return External(f"{dotted}.{name}")
            case Instance(own=own):
                return (self._member_of_object(own, name) if own else None) or Member(thing, name)
            case OwnModule(path=path):
                return self._member_of_module(path, name)
            case OwnObject(of=owner):
                return self._member_of_object(owner, name)
            case OwnClass():
                return self._member_of_class(thing, name)
        return None

    def _member_of_module(self, path: str, name: str) -> Thing | None:
        if path.endswith(".py"):
            module = self.graph.module(path)
            found = self.name_in_module(module, name) if module else None
            if found is not None or not path.endswith("/__init__.py"):
                return found
            path = path.removesuffix("/__init__.py")
        inner = self.graph.layout.module_file(path, name)
        return None if inner is None else OwnModule(inner)

    def _member_of_class(self, owner: OwnClass, name: str) -> Thing | None:
        for statement in reversed(owner.node.body):
            match statement:
                case ast.FunctionDef() | ast.AsyncFunctionDef() if statement.name == name:
                    return OwnFunction(statement, Scope(owner.scope.module, (), owner))
                case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                    return self.thing(value, owner.scope)
        return None

    def _member_of_object(self, owner: OwnClass, name: str) -> Thing | None:
        """``self.name`` as the class's methods assign it, or a property, or what the class itself holds."""
        for function, value in _own_attributes(owner.node).get(name, ()):
            thing = self.thing(value, Scope(owner.scope.module, (function,), owner))
            if thing is not None:
                return thing
        found = self._member_of_class(owner, name)
        if isinstance(found, OwnFunction) and any(_last_name(node) == "property" for node in found.node.decorator_list):
            return self.returned(found)
        return found

    def _call_names(self, module: Module) -> tuple[str, ...]:
        """What each call of a module calls, as ``Called`` has it; empty where it is the project's own."""
        return tuple(self._call_name(call.node.func, Scope(module, call.functions)) for call in module.calls)

    def _call_name(self, func: ast.expr, scope: Scope) -> str:
        last = _last_name(func) if isinstance(func, ast.Name | ast.Attribute) else ""
        if not last:
            return ""
        match self.thing(func, scope):
            case External(dotted=dotted):
                return dotted
            case Member(instance=instance, name=name):
                return f"{instance.of}.{name}"
            case Instance(of=of):
                return f"{of}.__call__"
            case None:
                return last if isinstance(func, ast.Name) else f"?.{last}"
        return ""

    def _called(self, node: ast.Call, scope: Scope) -> Thing | None:
        called = self._callee(node.func, scope)
        match called:
            case External(dotted=dotted):
                return Instance(dotted, node, scope)
            case Member(instance=instance, name=name):
                return Instance(f"{instance.of}.{name}", node, scope)
            case OwnFunction():
                return self.returned(called, tuple(_passed(called.node, node, scope)))
            case OwnClass():
                base = self.external_base(called)
                return OwnObject(called, node) if base is None else Instance(base, node, scope, called)
        return None

    def _callee(self, func: ast.expr, scope: Scope) -> Thing | None:
        match func:
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=attr) if scope.owner is not None:
                return self._member_of_object(scope.owner, attr)
        return self.thing(func, scope)

    def returned(
        self, function: OwnFunction, passed: tuple[tuple[str, ast.expr, Scope], ...] = (), index: int | None = None
    ) -> Thing | None:
        """What a function of the project returns when it is passed these arguments; with ``index`` a part of that."""
        inside = Scope(function.scope.module, (*function.scope.functions, function.node), function.scope.owner, passed)
        for statement in statements(function.node.body):
            value = statement.value if isinstance(statement, ast.Return) else None
            if index is not None:
                parts = value.elts if isinstance(value, ast.Tuple | ast.List) else []
                value = parts[index] if index < len(parts) else None
            thing = self._of_self(value, inside) or self.thing(value, inside)
            if thing is not None:
                return thing
        return None

    def _of_self(self, node: ast.expr | None, scope: Scope) -> Thing | None:
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=attr) if scope.owner is not None:
                return self._member_of_object(scope.owner, attr)
        return None

    def external_base(self, owner: OwnClass) -> str | None:
        """The class of another distribution that a class of the project derives from."""
        for base in owner.node.bases:
            thing = self.thing(base, owner.scope)
            if isinstance(thing, External):
                return thing.dotted
            if isinstance(thing, OwnClass) and thing != owner:
                return self.external_base(thing)
        return None


def _passed(function: Function, call: ast.Call, scope: Scope) -> Iterator[tuple[str, ast.expr, Scope]]:
    """The arguments of a call by the names of the function's parameters."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    for name, node in zip(names, call.args, strict=False):
        yield name, node, scope
    for keyword in call.keywords:
        if keyword.arg is not None:
            yield keyword.arg, keyword.value, scope


@lru_cache(maxsize=512)
def _own_attributes(owner: ast.ClassDef) -> dict[str, list[tuple[Function, ast.expr]]]:
    """What the class's methods assign to the attributes of ``self``, each with its method."""
    found: dict[str, list[tuple[Function, ast.expr]]] = {}
    for function in (member for member in owner.body if isinstance(member, Function)):
        for name, value in _assigned_to_self(function):
            found.setdefault(name, []).append((function, value))
    return found


def _assigned_to_self(function: Function) -> Iterator[tuple[str, ast.expr]]:
    for statement in statements(function.body):
        match statement:
            case ast.Assign(targets=targets, value=value):
                yield from ((name, value) for target in targets if (name := _own_name(target)))
            case ast.AnnAssign(target=target, value=ast.expr() as value) if name := _own_name(target):
                yield name, value


def _own_name(target: ast.expr) -> str:
    match target:
        case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=attr):
            return attr
    return ""


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=func):
            return _last_name(func)
    return ""
