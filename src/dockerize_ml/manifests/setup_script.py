"""Work out, without running it, what a ``setup.py`` passes to ``setup()``."""

import ast
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from dockerize_ml.manifests.found import Found
from dockerize_ml.manifests.setup_settings import SetupSettings

_DEEPEST = 12
_LIST_FILES = (".txt", ".in", ".pip")


@dataclass
class SetupScript:
    """The arguments of ``setup()`` and the names that the module binds."""

    tree: ast.Module
    settings: SetupSettings | None = None
    arguments: dict[str, ast.expr] = field(default_factory=dict)
    _bound: dict[str, list[ast.AST]] = field(default_factory=dict)

    @classmethod
    def read(cls, tree: ast.Module, settings: SetupSettings | None = None) -> "SetupScript | None":
        """The module's call of ``setup()``, or None where there is none; what it takes out of a file of settings."""
        call = next(
            (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) == "setup"), None
        )
        if call is None:
            return None
        script = cls(tree, settings)
        script._bind()
        for keyword in call.keywords:
            script._add(keyword.arg, keyword.value)
        return script

    def texts(self, argument: str) -> Iterator[Found]:
        """The texts that an argument amounts to, as far as they can be told from the source."""
        if argument in self.arguments:
            yield from self._texts(self.arguments[argument], 0)

    def text(self, argument: str) -> Found | None:
        """The one text that an argument amounts to, put together where the source adds it up: ``">=" + lowest``."""
        value = self._resolved(self.arguments.get(argument))
        parts = [next(self._texts(part, 0), None) for part in _summands(value)] if value is not None else []
        told = [part for part in parts if part is not None]
        if not told or len(told) < len(parts):
            return None
        # What the script itself says of it is the place to look at.
        return Found("".join(part.text for part in told), told[0].line, path=told[0].path)

    def tables(self, argument: str) -> Iterator[tuple[str, list[Found]]]:
        """The texts under each key of an argument that is a dictionary."""
        value = self._resolved(self.arguments.get(argument))
        for key, item in _items(value):
            yield key, list(self._texts(item, 0))

    def _bind(self) -> None:
        for node in ast.walk(self.tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self._bound.setdefault(name, []).append(value)
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    self._bound.setdefault(name, []).append(value)
                case ast.AugAssign(target=ast.Name(id=name), value=value):
                    self._bound.setdefault(name, []).append(value)
                case ast.withitem(context_expr=value, optional_vars=ast.Name(id=name)):
                    self._bound.setdefault(name, []).append(value)
                case ast.FunctionDef(name=name):
                    self._bound.setdefault(name, []).append(node)

    def _add(self, name: str | None, value: ast.expr) -> None:
        if name is not None:
            self.arguments[name] = value
            return
        # ``setup(**settings)``
        for key, item in _items(self._resolved(value)):
            self.arguments.setdefault(key, item)

    def _resolved(self, value: ast.AST | None) -> ast.AST | None:
        """What a name is bound to last, or the value itself."""
        for _ in range(_DEEPEST):
            if not isinstance(value, ast.Name) or value.id not in self._bound:
                return value
            value = self._bound[value.id][-1]
        return value

    def _texts(self, value: ast.AST, depth: int) -> Iterator[Found]:
        if depth > _DEEPEST:
            return
        match value:
            case ast.Constant(value=str(text)):
                yield from _lines(text, value.lineno)
            case ast.Name(id=name):
                for bound in self._bound.get(name, []):
                    yield from self._texts(bound, depth + 1)
            case ast.List() | ast.Tuple() | ast.Set() | ast.Starred() | ast.IfExp() | ast.Dict():
                for item in _contents(value):
                    yield from self._texts(item, depth + 1)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                yield from self._texts(left, depth + 1)
                yield from self._texts(right, depth + 1)
            case _:
                taken = list(self.settings.taken(value)) if self.settings is not None else []
                yield from taken or self._files(value, depth)

    def _files(self, value: ast.AST, depth: int) -> Iterator[Found]:
        """The requirements files that an expression reads: named in it, or in what its names are bound to."""
        if depth > _DEEPEST:
            return
        named = list(_named_files(value))
        yield from named
        if named:
            return
        for node in ast.walk(value):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                for bound in self._bound.get(node.id, []):
                    yield from self._files(bound, depth + 4)


def _summands(value: ast.AST) -> Iterator[ast.AST]:
    """The parts of a sum of texts, or of an f-string."""
    match value:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from (*_summands(left), *_summands(right))
        case ast.JoinedStr(values=values):
            yield from (part.value if isinstance(part, ast.FormattedValue) else part for part in values)
        case _:
            yield value


def _named_files(value: ast.AST) -> Iterator[Found]:
    """Names of lists in an expression, with the folders that ``join`` and ``/`` put before them."""
    seen: set[int] = set()
    for node in ast.walk(value):
        parts = [one for one in _parts(node) if id(one) not in seen]
        path = posixpath.join(*(str(one.value) for one in parts)) if parts else ""
        if path.endswith(_LIST_FILES) and "\n" not in path:
            seen.update(map(id, parts))
            yield Found(path, parts[-1].lineno, is_file=True)


def _parts(node: ast.AST) -> list[ast.Constant]:
    match node:
        case ast.Constant(value=str()):
            return [node]
        case ast.Call(args=args) if _name(node.func) in {"join", "joinpath", "Path"}:
            return [one for one in args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return [*_parts(left), *_parts(right)]
        case _:
            return []


def _contents(value: ast.expr) -> list[ast.expr]:
    """What a literal holds; of a choice what is taken when its condition holds."""
    match value:
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
            return items
        case ast.Starred(value=inner) | ast.IfExp(body=inner):
            return [inner]
        case _:
            return [item for _, item in _items(value)]


def _items(value: ast.AST | None) -> Iterator[tuple[str, ast.expr]]:
    match value:
        case ast.Dict(keys=keys, values=values):
            for key, item in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, item
        case ast.Call(func=ast.Name(id="dict"), keywords=keywords):
            yield from ((one.arg, one.value) for one in keywords if one.arg)


def _lines(text: str, line: int) -> Iterator[Found]:
    """A text's lines: ``install_requires`` may be one string with a requirement in each."""
    for offset, part in enumerate(text.split("\n")):
        if part.strip():
            yield Found(part.strip(), line + offset)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
