"""Work out what a port or host expression comes to, without running it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from dockerize_ml.facts.source.config_files import configured, key_chain
from dockerize_ml.facts.source.module import Function, Module
from dockerize_ml.facts.source.resolve import Resolver
from dockerize_ml.facts.source.scope import Assigned, Binding, Imported, Parameter, statements
from dockerize_ml.facts.source.values import External, Instance, OwnClass, OwnFunction, OwnModule, OwnObject, Scope
from dockerize_ml.project.place import Place

_CASTS = frozenset({"int", "str", "float", "bool"})
# ``os.environ.get("PORT", 8000)``, ``config("PORT", default=8000)``: the name comes first, the default second.
_GETTERS = frozenset(
    {"get", "getenv", "config", "env", "int", "getint", "str", "pop", "setdefault", "get_env", "env_int", "getenv_int"}
)
# ``Field(8000)``, ``typer.Option(8000, "--port")``: the default comes first.
_DEFAULTED = frozenset({"Field", "Option", "Argument", "field", "attrib", "ib", "IntPrompt"})

Literal = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Folded:
    """What an expression comes to.

    Attributes:
        value: None when only the environment knows it.
        variable: the environment variable that overrides it, or empty.
        at: where the value itself stands.
    """

    value: Literal | None
    at: Place
    variable: str = ""

    @property
    def port(self) -> int | None:
        """The value as a port number."""
        try:
            number = int(self.value) if self.value is not None else 0
        except ValueError:
            return None
        return number if 0 < number < 65536 else None


class Folder:
    """Folds constant expressions across the modules of a project."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def fold(self, node: ast.expr | None, scope: Scope) -> Folded | None:
        """What the expression comes to, or None where the source does not tell."""
        if node is None or not self._resolver.effort.enter():
            return None
        try:
            return self._fold(node, scope)
        except RecursionError:
            # A chain of a thousand attributes is generated code, and no port.
            return None
        finally:
            self._resolver.effort.leave()

    def _fold(self, node: ast.expr, scope: Scope) -> Folded | None:  # noqa: C901, PLR0911 - one case per kind of node
        at = Place(scope.module.path, node.lineno)
        match node:
            case ast.Constant(value=str() | int() | float() as value):
                return Folded(value, at)
            case ast.JoinedStr(values=values):
                return self._joined(values, scope, at)
            case ast.FormattedValue(value=value):
                return self.fold(value, scope)
            case ast.Name(id=name):
                return self._name(name, scope)
            case ast.Attribute(value=value, attr=attr):
                return self._attribute(value, attr, scope)
            case ast.Subscript(value=value, slice=key):
                return self._item(node, value, key, scope, at)
            case ast.Call():
                return self._call(node, scope, at)
            case ast.BoolOp(op=ast.Or(), values=values):
                return self._first(values, scope)
            case ast.IfExp(body=body, orelse=orelse):
                return self._first([body, orelse], scope)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._sum(left, right, scope, at)
            case ast.NamedExpr(value=value) | ast.Await(value=value):
                return self.fold(value, scope)
        return None

    def _first(self, nodes: list[ast.expr], scope: Scope) -> Folded | None:
        """The first that has a value; else what is at least known of a variable."""
        unknown: Folded | None = None
        for node in nodes:
            found = self.fold(node, scope)
            if found is not None and found.value is not None:
                return Folded(found.value, found.at, found.variable or (unknown.variable if unknown else ""))
            unknown = unknown or found
        return unknown

    def _joined(self, values: list[ast.expr], scope: Scope, at: Place) -> Folded | None:
        parts = [self.fold(value, scope) for value in values]
        if any(part is None or part.value is None for part in parts):
            return None
        variable = next((part.variable for part in parts if part and part.variable), "")
        return Folded("".join(str(part.value) for part in parts if part), at, variable)

    def _sum(self, left: ast.expr, right: ast.expr, scope: Scope, at: Place) -> Folded | None:
        first, second = self.fold(left, scope), self.fold(right, scope)
        if first is None or second is None:
            return None
        match first.value, second.value:
            case (str() as a, str() as b):
                return Folded(a + b, at, first.variable or second.variable)
            case (int() as a, int() as b):
                return Folded(a + b, at, first.variable or second.variable)
        return None

    def _name(self, name: str, scope: Scope) -> Folded | None:
        for index in range(len(scope.functions), 0, -1):
            inner = Scope(scope.module, scope.functions[:index], scope.owner)
            found = scope.module.local_names(scope.functions[index - 1]).get(name)
            if found:
                return self._bindings(found, inner)
        found = scope.module.names.get(name)
        if found:
            return self._bindings(found, Scope(scope.module))
        for star in scope.module.stars:
            folded = self._from_module(scope.module.path, star.level, star.module, name)
            if folded is not None:
                return folded
        return None

    def _bindings(self, found: list[Binding], scope: Scope) -> Folded | None:
        unknown: Folded | None = None
        for binding in reversed(found):
            folded = self._binding(binding, scope)
            if folded is not None and folded.value is not None:
                return folded
            unknown = unknown or folded
        return unknown

    def _binding(self, binding: Binding, scope: Scope) -> Folded | None:
        match binding:
            case Assigned(value=value, index=None):
                return self.fold(value, scope)
            case Assigned(value=ast.Tuple(elts=parts) | ast.List(elts=parts), index=int() as index):
                return self.fold(parts[index], scope) if index < len(parts) else None
            case Imported(level=level, module=module, name=str() as name):
                return self._from_module(scope.module.path, level, module, name)
            case Parameter(function=function, name=name, default=default):
                return (
                    self.fold(default, scope)
                    or self._option(function, name, scope)
                    or self._passed(function, name, scope)
                )
        return None

    def _from_module(self, importer: str, level: int, module: str, name: str) -> Folded | None:
        located = self._resolver.graph.layout.locate(importer, level, module)
        if located is None or not located.path.endswith(".py"):
            return None
        origin = self._resolver.graph.module(located.path)
        return None if origin is None else self._name(name, Scope(origin))

    def _option(self, function: Function, name: str, scope: Scope) -> Folded | None:
        """The default that ``@click.option("--port", default=8000)`` gives a parameter."""
        for decorator in function.decorator_list:
            if isinstance(decorator, ast.Call) and name in set(_option_names(decorator)):
                return self.fold(_keyword(decorator, "default"), Scope(scope.module))
        return None

    def _passed(self, function: Function, name: str, scope: Scope) -> Folded | None:
        """What the module's own call of the function passes for a parameter."""
        arguments = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        for call in scope.module.calls:
            if not isinstance(call.node.func, ast.Name) or call.node.func.id != function.name:
                continue
            position = arguments.index(name) if name in arguments else len(call.node.args)
            passed = _keyword(call.node, name) or (call.node.args[position] if position < len(call.node.args) else None)
            return self.fold(passed, Scope(scope.module, call.functions))
        return None

    def _attribute(self, value: ast.expr, attr: str, scope: Scope) -> Folded | None:
        match self._resolver.thing(value, scope):
            case OwnModule(path=path):
                return self._in_file(path, attr)
            case OwnClass() as owner:
                return self._in_class(owner, attr)
            case OwnObject(of=owner) | Instance(own=OwnClass() as owner):
                return self._in_class(owner, attr)
        match value:
            case ast.Name(id="self" | "cls") if scope.owner is not None:
                return self._in_class(scope.owner, attr)
            case ast.Attribute(value=ast.Name(id="self")):
                return None
        return self.parsed_argument(attr, scope) or self._from_settings(ast.Attribute(value=value, attr=attr), scope)

    def _in_file(self, path: str, name: str) -> Folded | None:
        module = self._resolver.graph.module(path) if path.endswith(".py") else None
        return None if module is None else self._name(name, Scope(module))

    def _in_class(self, owner: OwnClass, name: str) -> Folded | None:
        for value in class_values(owner.node, name):
            folded = self.fold(value, Scope(owner.scope.module, (), owner))
            if folded is not None:
                return folded
        for base in owner.node.bases:
            thing = self._resolver.thing(base, owner.scope)
            if isinstance(thing, OwnClass) and thing != owner:
                return self._in_class(thing, name)
        return None

    def parsed_argument(self, name: str, scope: Scope) -> Folded | None:
        """The default of ``parser.add_argument("--port", default=8000)`` for ``args.port``."""
        for call in scope.module.calls:
            match call.node.func:
                case ast.Attribute(attr="add_argument" | "add_option" | "add_params") | ast.Name(id="define"):
                    if name in set(_option_names(call.node)):
                        return self.fold(_keyword(call.node, "default"), Scope(scope.module, call.functions))
        return None

    def _from_settings(self, node: ast.expr, scope: Scope) -> Folded | None:
        found = configured(self._resolver.graph, scope.module.path, key_chain(node))
        return None if found is None else Folded(*found)

    def _item(self, node: ast.expr, value: ast.expr, key: ast.expr, scope: Scope, at: Place) -> Folded | None:
        name = self.fold(key, scope)
        if name is None:
            return None
        thing = self._resolver.thing(value, scope)
        if isinstance(thing, External) and thing.dotted in {"os.environ", "environ"}:
            return Folded(None, at, str(name.value))
        entry = self._entry(value, name.value, scope)
        return self.fold(*entry) if entry is not None else self._from_settings(node, scope)

    def _entry(self, value: ast.expr, key: Literal | None, scope: Scope) -> tuple[ast.expr, Scope] | None:
        """The value of a key in a dictionary literal, and where that stands."""
        match value:
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                found = (item for name, item in pairs if isinstance(name, ast.Constant) and name.value == key)
                return next(((item, scope) for item in found), None)
            case ast.Subscript(value=outer, slice=ast.Constant(value=str() as outer_key)):
                inner = self._entry(outer, outer_key, scope)
                return None if inner is None else self._entry(inner[0], key, inner[1])
            case ast.Name(id=name):
                return self._named_entry(name, key, scope)
        return None

    def _named_entry(self, name: str, key: Literal | None, scope: Scope) -> tuple[ast.expr, Scope] | None:
        for binding in reversed(scope.module.names.get(name, [])):
            match binding:
                case Assigned(value=ast.Dict() as value):
                    return self._entry(value, key, Scope(scope.module))
                case Imported(level=level, module=module, name=str() as original):
                    located = self._resolver.graph.layout.locate(scope.module.path, level, module)
                    origin = self._own_module(located.path) if located else None
                    is_other = origin is not None and origin.path != scope.module.path
                    return self._named_entry(original, key, Scope(origin)) if origin and is_other else None
        return None

    def _own_module(self, path: str) -> Module | None:
        return self._resolver.graph.module(path) if path.endswith(".py") else None

    def entry(self, value: ast.expr, names: tuple[str, ...], scope: Scope) -> Folded | None:
        """What the first of these keys holds in what is, or names, a dictionary literal."""
        found = (self._entry(value, name, scope) for name in names)
        return next((self.fold(*entry) for entry in found if entry is not None), None)

    def _call(self, node: ast.Call, scope: Scope, at: Place) -> Folded | None:
        name = _called_name(node.func)
        if name in _CASTS and isinstance(node.func, ast.Name):
            return self.fold(node.args[0], scope) if node.args else None
        if name in _DEFAULTED:
            default = _keyword(node, "default") or (node.args[0] if node.args else None)
            variable = self.fold(_keyword(node, "env") or _keyword(node, "envvar"), scope)
            found = self.fold(default, scope)
            return found and Folded(found.value, found.at, str(variable.value) if variable else "")
        if name in _GETTERS and node.args:
            return self._getter(node, scope, at)
        return self._own_call(node, scope)

    def _getter(self, node: ast.Call, scope: Scope, at: Place) -> Folded | None:
        key = self.fold(node.args[0], scope)
        if key is None or not isinstance(key.value, str):
            return None
        if isinstance(node.func, ast.Attribute):
            entry = self._entry(node.func.value, key.value, scope)
            if entry is not None:
                return self.fold(*entry)
        default = (
            _keyword(node, "default") or _keyword(node, "fallback") or (node.args[1] if len(node.args) > 1 else None)
        )
        found = self._from_settings(node, scope) or self.fold(default, scope)
        if found is None:
            return Folded(None, at, key.value)
        return Folded(found.value, at, key.value)

    def _own_call(self, node: ast.Call, scope: Scope) -> Folded | None:
        """A function of the project that returns a constant: ``get_port()``."""
        function = self._resolver.thing(node.func, scope)
        if not isinstance(function, OwnFunction):
            return None
        inside = Scope(function.scope.module, (function.node,), function.scope.owner)
        returns = [item.value for item in statements(function.node.body) if isinstance(item, ast.Return) and item.value]
        return self._first(returns, inside)


def class_values(owner: ast.ClassDef, name: str) -> Iterator[ast.expr]:
    """What a class's body and its ``__init__`` assign to an attribute."""
    for statement in owner.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target.lower() == name.lower():
                yield value
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target.lower() == name.lower():
                yield value
            case ast.FunctionDef(name="__init__"):
                yield from (value for target, value in _self_assignments(statement) if target == name)


def _self_assignments(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    for statement in ast.walk(function):
        match statement:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=attr)], value=value):
                yield attr, value


def _option_names(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value.split("/")[0].lstrip("-").replace("-", "_")
    destination = _keyword(call, "dest")
    if isinstance(destination, ast.Constant):
        yield str(destination.value)


def _keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _called_name(func: ast.expr) -> str:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
