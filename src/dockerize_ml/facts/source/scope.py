"""The names that a module or a function binds, and to what."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imported:
    """A name that an import binds; ``name`` is None when it is the module itself."""

    level: int
    module: str
    name: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Assigned:
    """A name that an assignment binds; ``index`` tells which part of the right side when it is unpacked."""

    value: ast.expr
    line: int
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Defined:
    """A name that ``def`` or ``class`` binds."""

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

    @property
    def line(self) -> int:
        """Where the definition begins."""
        return self.node.lineno


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the function, with its default if it has one."""

    function: ast.FunctionDef | ast.AsyncFunctionDef
    name: str
    default: ast.expr | None
    line: int


Binding = Imported | Assigned | Defined | Parameter


def bindings(body: Sequence[ast.stmt]) -> dict[str, list[Binding]]:
    """What the statements bind, blocks included, bodies of functions and classes not; in the order of the text."""
    found: dict[str, list[Binding]] = {}
    for name, binding in _of_block(body):
        found.setdefault(name, []).append(binding)
    return found


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, Binding]]:
    """The function's parameters as bindings."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    padding: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    pairs = [
        *zip(positional, [*padding, *arguments.defaults], strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    for argument, default in pairs:
        yield argument.arg, Parameter(function, argument.arg, default, argument.lineno)


def mentions(node: ast.AST, name: str) -> bool:
    """Whether a name stands anywhere in a part of the source."""
    return any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(node))


def statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements and those of their blocks, but not the bodies of functions and classes."""
    waiting = list(reversed(body))
    while waiting:
        statement = waiting.pop()
        yield statement
        waiting.extend(reversed(list(_inner(statement))))


def _inner(statement: ast.stmt) -> Iterator[ast.stmt]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return
    for field in ("body", "orelse", "finalbody"):
        yield from getattr(statement, field, ())
    for handler in getattr(statement, "handlers", ()):
        yield from handler.body
    for case in getattr(statement, "cases", ()):
        yield from case.body


def _of_block(body: Sequence[ast.stmt]) -> Iterator[tuple[str, Binding]]:  # noqa: C901 - one case per kind of node
    for statement in statements(body):
        match statement:
            case ast.Import(names=names):
                yield from (_imported(alias, statement.lineno) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                for alias in names:
                    yield alias.asname or alias.name, Imported(level, module or "", alias.name, statement.lineno)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield statement.name, Defined(statement)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _assigned(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from _assigned(target, value)
            case ast.With(items=items) | ast.AsyncWith(items=items):
                for item in items:
                    if item.optional_vars is not None:
                        yield from _assigned(item.optional_vars, item.context_expr)


def _imported(alias: ast.alias, line: int) -> tuple[str, Binding]:
    if alias.asname:
        return alias.asname, Imported(0, alias.name, None, line)
    top = alias.name.partition(".")[0]
    return top, Imported(0, top, None, line)


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, Binding]]:
    match target:
        case ast.Name(id=name):
            yield name, Assigned(value, target.lineno)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for index, part in enumerate(parts):
                if isinstance(part, ast.Name):
                    yield part.id, Assigned(value, target.lineno, index)
