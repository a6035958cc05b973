"""Work out which file of the project a path expression means, without running it."""

from __future__ import annotations

import ast
import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dockerize_ml.facts.source.scope import Assigned, Binding, Imported, Parameter
from dockerize_ml.facts.source.values import External, OwnModule, Scope

if TYPE_CHECKING:
    from dockerize_ml.facts.source.constants import Folder
    from dockerize_ml.facts.source.resolve import Resolver

# Paths that the source builds from ``__file__`` begin with this; what follows is relative to the project's root.
IN_PROJECT = "@project/"
_JOINING = frozenset(
    {"os.path.join", "posixpath.join", "pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath", "anyio.Path"}
)
_KEEPING = frozenset(
    {
        *("os.path.abspath", "os.path.realpath", "os.path.normpath", "os.path.expanduser", "os.path.expandvars"),
        *("os.fspath", "str", "open", "io.open", "gzip.open", "bz2.open", "lzma.open", "?.open"),
        *("?.resolve", "?.absolute", "?.as_posix", "?.expanduser", "?.as_uri", "?.rstrip", "?.strip"),
    }
)
_HERE = frozenset({"os.getcwd", "pathlib.Path.cwd", "os.getcwdu"})


class Paths:
    """Folds path expressions: ``Path(__file__).parent / "model.pkl"``, ``os.path.join(BASE, "a")``, plain strings."""

    def __init__(self, resolver: Resolver, folder: Folder) -> None:
        self._resolver = resolver
        self._folder = folder

    def file(self, node: ast.expr | None, scope: Scope, workdir: str = ".") -> str | None:
        """The path relative to the project's root, or as written where it leads outside; None where nothing tells.

        Args:
            node: the expression.
            scope: where it stands.
            workdir: the folder in which the program is started, for relative paths.
        """
        path = self.fold(node, scope)
        if not path:
            return None
        plain = path.replace("\\", "/")
        if plain.startswith(IN_PROJECT):
            return posixpath.normpath(plain.removeprefix(IN_PROJECT).lstrip("/"))
        if plain.startswith(("/", "~")) or plain[1:3] == ":/":
            return plain
        return posixpath.normpath(posixpath.join(workdir, plain))

    def fold(self, node: ast.expr | None, scope: Scope) -> str | None:
        """The path that an expression comes to."""
        if node is None or not self._resolver.effort.enter():
            return None
        try:
            return self._fold(node, scope)
        finally:
            self._resolver.effort.leave()

    def _fold(  # noqa: C901, PLR0911, PLR0912 - one case per kind of node
        self, node: ast.expr, scope: Scope
    ) -> str | None:
        match node:
            case ast.Constant(value=str() as text):
                return text
            case ast.Name(id="__file__"):
                return IN_PROJECT + scope.module.path
            case ast.Name(id=name):
                return self._name(name, scope) or self._constant(node, scope)
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                return _joined([self.fold(left, scope), self.fold(right, scope)])
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _concatenated([self.fold(left, scope), self.fold(right, scope)])
            case ast.JoinedStr(values=values):
                return _concatenated([self.fold(value, scope) for value in values])
            case ast.FormattedValue(value=value):
                return self.fold(value, scope)
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as text), attr="format"), args=parts):
                return self._filled(text, "{}", parts, scope)
            case ast.BinOp(left=ast.Constant(value=str() as text), op=ast.Mod(), right=right):
                return self._filled(text, "%s", right.elts if isinstance(right, ast.Tuple) else [right], scope)
            case ast.Attribute(value=value, attr="parent"):
                return _parent(self.fold(value, scope))
            case ast.Attribute(value=value, attr=attr):
                return self._attribute(node, value, attr, scope)
            case ast.Subscript(value=ast.Attribute(value=value, attr="parents"), slice=ast.Constant(value=int() as up)):
                return _parent(self.fold(value, scope), up + 1)
            case ast.Call():
                return self._call(node, scope)
            case ast.IfExp(body=body, orelse=orelse):
                return self.fold(body, scope) or self.fold(orelse, scope)
            case ast.BoolOp(values=values):
                return next((path for value in values if (path := self.fold(value, scope))), None)
        return self._constant(node, scope)

    def _filled(self, text: str, gap: str, parts: list[ast.expr], scope: Scope) -> str | None:
        """A text whose gaps are filled in order."""
        plain, *rest = text.split(gap)
        if len(rest) != len(parts) or any(mark in text.replace(gap, "") for mark in "{%"):
            return None
        filled = [part for each, after in zip(parts, rest, strict=True) for part in (self.fold(each, scope), after)]
        return _concatenated([plain, *filled])

    def _constant(self, node: ast.expr, scope: Scope) -> str | None:
        folded = self._folder.fold(node, scope)
        return folded.value if folded and isinstance(folded.value, str) else None

    def _name(self, name: str, scope: Scope) -> str | None:
        for index in range(len(scope.functions), 0, -1):
            found = scope.module.local_names(scope.functions[index - 1]).get(name)
            if found:
                return self._bound(found, Scope(scope.module, scope.functions[:index], scope.owner))
        found = scope.module.names.get(name)
        if found:
            return self._bound(found, Scope(scope.module))
        paths = (self._from_module(scope, star.level, star.module, name) for star in scope.module.stars)
        return next((path for path in paths if path), None)

    def _bound(self, found: list[Binding], scope: Scope) -> str | None:
        return next((path for binding in reversed(found) if (path := self._binding(binding, scope))), None)

    def _binding(self, binding: Binding, scope: Scope) -> str | None:
        match binding:
            case Assigned(value=value, index=None):
                return self.fold(value, scope)
            case Imported(level=level, module=module, name=str() as name):
                return self._from_module(scope, level, module, name)
            case Parameter(default=ast.expr() as default):
                return self.fold(default, Scope(scope.module))
        return None

    def _from_module(self, scope: Scope, level: int, module: str, name: str) -> str | None:
        located = self._resolver.graph.layout.locate(scope.module.path, level, module)
        return None if located is None else self._in_file(located.path, name)

    def _in_file(self, path: str, name: str) -> str | None:
        module = self._resolver.graph.module(path) if path.endswith(".py") else None
        return None if module is None else self._name(name, Scope(module))

    def _attribute(self, node: ast.expr, value: ast.expr, attr: str, scope: Scope) -> str | None:
        thing = self._resolver.thing(value, scope)
        if isinstance(thing, OwnModule):
            return f"{IN_PROJECT}{thing.path}" if attr == "__file__" else self._in_file(thing.path, attr)
        return self._constant(node, scope)

    def _call(self, node: ast.Call, scope: Scope) -> str | None:
        name = self._called(node.func, scope)
        if name in _HERE:
            return "."
        if name in _JOINING:
            return _joined([self.fold(argument, scope) for argument in node.args]) if node.args else "."
        if name == "os.path.dirname":
            return _parent(self.fold(node.args[0], scope)) if node.args else None
        if name in _KEEPING:
            return self.fold(_receiver(node), scope)
        if name == "?.joinpath" and isinstance(node.func, ast.Attribute):
            return _joined([self.fold(part, scope) for part in (node.func.value, *node.args)])
        return self._constant(node, scope)

    def _called(self, func: ast.expr, scope: Scope) -> str:
        thing = self._resolver.thing(func, scope)
        if isinstance(thing, External):
            return thing.dotted
        match func:
            case ast.Name(id=name):
                return name
            case ast.Attribute(attr=name):
                return f"?.{name}"
        return ""


def _receiver(node: ast.Call) -> ast.expr | None:
    """What a function that keeps its path is given: its argument, or the object whose method it is."""
    if isinstance(node.func, ast.Attribute) and (not node.args or node.func.attr in {"open", "strip", "rstrip"}):
        return node.func.value
    return node.args[0] if node.args else None


def _joined(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return posixpath.join(*known) if known and len(known) == len(parts) else None


def _concatenated(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return "".join(known) if len(known) == len(parts) else None


def _parent(path: str | None, times: int = 1) -> str | None:
    if path is None:
        return None
    plain = PurePosixPath(path)
    parents = plain.parents
    if times > len(parents):
        return None
    found = str(parents[times - 1])
    # Above ``@project`` lies a folder outside of the project.
    return (
        None
        if path.startswith(IN_PROJECT) and not (found + "/").startswith(IN_PROJECT)
        else found + ("/" if found + "/" == IN_PROJECT else "")
    )
