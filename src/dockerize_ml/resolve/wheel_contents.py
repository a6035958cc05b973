"""What an unpacked wheel holds, read with ``ast``: modules, the names in them, and the members of classes."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from dockerize_ml.resolve.history import ANY, Symbol

_LIMIT = 2_000_000
_MOST_FILES = 6_000
_DEEPEST = 8
# How a module comes to names that its text does not hold.
_TAKES_OVER = r"extend_path|declare_namespace|\bsys\.modules\b|\bglobals\(\)|\b__path__\b"
_CLASS = re.compile(r"^[ \t]*class[ \t]+(\w+)", re.MULTILINE)
_FUNCTION = re.compile(r"^(?:async[ \t]+)?def[ \t]+(\w+)", re.MULTILINE)


@dataclass
class WheelContents:
    """A folder as an installer leaves it; nothing in it is imported."""

    root: Path
    _trees: dict[Path, ast.Module | None] = field(default_factory=dict)

    def has(self, symbol: Symbol) -> bool:
        """Whether a module, a name in it, or a member of a class is there."""
        if symbol.argument:
            return self._takes(symbol)
        if symbol.owner:
            return self._has_member(symbol.owner, symbol.name)
        if not symbol.name:
            return self.is_module(symbol.module)
        return self._has_name(symbol.module, symbol.name, 0)

    def surely_lacks(self, symbol: Symbol) -> bool:
        """Whether it cannot be there: no module of that name, and its name is not even mentioned where it would be."""
        top, *parts = symbol.module.split(".")
        if not self.is_module(top):
            return False
        for part in parts:
            if not self.is_module(f"{top}.{part}"):
                return not self._mentions(top, part)
            top = f"{top}.{part}"
        return bool(symbol.name) and not self.has(symbol) and not self._mentions(symbol.module, symbol.name)

    def module(self, module: str) -> tuple[ast.Module, str] | None:
        """The tree of a module's source, and the package that its relative imports start from."""
        source = self._source(module)
        tree = self._tree(source) if source else None
        if source is None or tree is None:
            return None
        return tree, module if source.name == "__init__.py" else module.rpartition(".")[0]

    def _mentions(self, module: str, word: str, depth: int = 0) -> bool:
        """Whether a module's text holds the word, cannot be read, or takes over what others have that may hold it."""
        source = self._source(module)
        if source is None or source.stat().st_size > _LIMIT or depth > _DEEPEST:
            return True
        text = source.read_text(encoding="utf-8", errors="replace")
        if re.search(rf"\b{re.escape(word)}\b|{_TAKES_OVER}", text):
            return True
        tree = self._tree(source)
        package = module if source.name == "__init__.py" else module.rpartition(".")[0]
        stars = _stars(tree, package) if tree else ()
        return tree is None or any(self._mentions(star, word, depth + 1) for star in stars)

    def is_module(self, module: str) -> bool:
        """Whether a module, or a folder of modules, is there."""
        place = self.root.joinpath(*module.split("."))
        return place.is_dir() or self._source(module) is not None or any(place.parent.glob(f"{place.name}.*so"))

    def _source(self, module: str) -> Path | None:
        place = self.root.joinpath(*module.split("."))
        files = (place / "__init__.py", place.with_name(f"{place.name}.py"))
        return next((file for file in files if file.is_file()), None)

    def _has_name(self, module: str, name: str, depth: int) -> bool:
        if self.is_module(f"{module}.{name}"):
            return True
        source = self._source(module)
        tree = self._tree(source) if source else None
        if source is None or tree is None or depth > _DEEPEST:
            return False
        if name in _bound(tree):
            return True
        if _is_lazy(tree):
            # Names that a function hands out are written as texts somewhere in the module.
            return any(isinstance(node, ast.Constant) and node.value == name for node in ast.walk(tree))
        package = module if source.name == "__init__.py" else module.rpartition(".")[0]
        return any(self._has_name(star, name, depth + 1) for star in _stars(tree, package))

    def _takes(self, symbol: Symbol) -> bool:
        """Whether a function, or a method of a class or of what it derives from, takes an argument by its name."""
        if symbol.owner:
            return any(symbol.argument in taken_by(node, symbol.name) for node in self._lineage(symbol.owner))
        if symbol.argument == ANY:
            return symbol.name in self._functions
        trees = filter(None, map(self._tree, self._functions.get(symbol.name, ())))
        return any(symbol.argument in taken_by(tree, symbol.name) for tree in trees)

    def _has_member(self, owner: str, name: str) -> bool:
        return any(not name or name in _members(node) for node in self._lineage(owner))

    def _lineage(self, owner: str) -> Iterator[ast.ClassDef]:
        """The classes of a name, and those that they derive from."""
        waiting, seen = [owner], set[str]()
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            for node in self._classes(current):
                yield node
                waiting.extend(_last(base) for base in node.bases)

    def _classes(self, name: str) -> Iterator[ast.ClassDef]:
        for file in self._defined.get(name, ()):
            tree = self._tree(file)
            nodes = ast.walk(tree) if tree else ()
            yield from (node for node in nodes if isinstance(node, ast.ClassDef) and node.name == name)

    @cached_property
    def _defined(self) -> dict[str, list[Path]]:
        """The files in which a class of a name is defined; only those are worth parsing."""
        return self._found(_CLASS)

    @cached_property
    def _functions(self) -> dict[str, list[Path]]:
        """The files in which a function of a name is defined."""
        return self._found(_FUNCTION)

    def _found(self, pattern: re.Pattern[str]) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        files = (path for path in sorted(self.root.rglob("*.py")) if not {"tests", "test"} & set(path.parts))
        for path, _ in zip(files, range(_MOST_FILES), strict=False):
            for name in pattern.findall(path.read_text(encoding="utf-8", errors="replace")):
                found.setdefault(name, []).append(path)
        return found

    def _tree(self, path: Path) -> ast.Module | None:
        if path not in self._trees:
            self._trees[path] = _parsed(path)
        return self._trees[path]


def _parsed(path: Path) -> ast.Module | None:
    try:
        if path.stat().st_size > _LIMIT:
            return None
        return ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _bound(tree: ast.Module) -> set[str]:
    """The names that a module binds at its top level, in whatever block."""
    names: set[str] = set()
    waiting: list[ast.stmt] = list(tree.body)
    while waiting:
        match waiting.pop():
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                names.update((alias.asname or alias.name).partition(".")[0] for alias in aliases)
            case ast.Assign(targets=targets):
                names.update(_names(targets))
            case ast.AnnAssign(target=target) | ast.AugAssign(target=target):
                names.update(_names([target]))
            case ast.If(body=body, orelse=rest) | ast.For(body=body, orelse=rest) | ast.While(body=body, orelse=rest):
                waiting.extend((*body, *rest))
            case ast.Try(body=body, handlers=handlers, orelse=rest, finalbody=final):
                waiting.extend((*body, *rest, *final, *(each for handler in handlers for each in handler.body)))
            case ast.With(body=body):
                waiting.extend(body)
    return names


def _names(targets: list[ast.expr]) -> Iterator[str]:
    for target in targets:
        yield from (node.id for node in ast.walk(target) if isinstance(node, ast.Name))


def _is_lazy(tree: ast.Module) -> bool:
    """Whether names are handed out by a function, or by an object that takes the module's place."""
    targets = (target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets)
    places = (target.value for target in targets if isinstance(target, ast.Subscript))
    return "__getattr__" in _bound(tree) or any(ast.unparse(place) == "sys.modules" for place in places)


def _stars(tree: ast.Module, package: str) -> Iterator[str]:
    """The modules whose names it takes over with ``import *``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            parts = package.split(".")
            above = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
            yield ".".join(part for part in (above, node.module or "") if part)


def _members(node: ast.ClassDef) -> set[str]:
    names = _bound(ast.Module(body=node.body, type_ignores=[]))
    for inner in ast.walk(node):
        match inner:
            case ast.Attribute(value=ast.Name(id="self"), attr=attribute, ctx=ast.Store()):
                names.add(attribute)
    return names


def taken_by(holder: ast.Module | ast.ClassDef, name: str) -> set[str]:
    """The arguments by name of the functions of a name in a module or a class; a class without one takes its fields."""
    found: set[str] = set()
    for node in holder.body:
        match node:
            case ast.FunctionDef(name=own, args=args) | ast.AsyncFunctionDef(name=own, args=args) if own == name:
                found.update(each.arg for each in (*args.args, *args.kwonlyargs))
            case ast.AnnAssign(target=ast.Name(id=field_name)) if name == "__init__":
                found.add(field_name)
    return found


def _last(base: ast.expr) -> str:
    match base:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return _last(value)
    return ""
