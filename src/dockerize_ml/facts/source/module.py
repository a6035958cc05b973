"""One parsed file: what its names are bound to, its calls and its ``__main__`` block."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dockerize_ml.facts.source.scope import Binding, Imported, bindings, parameters, statements

Function = ast.FunctionDef | ast.AsyncFunctionDef
_LEAVES = (ast.Name, ast.Constant, ast.expr_context, ast.operator, ast.cmpop, ast.boolop, ast.unaryop)


class Module:
    """A parsed file of the project."""

    def __init__(self, path: str, tree: ast.Module) -> None:
        self.path = path
        self.tree = tree
        self._locals: dict[Function, dict[str, list[Binding]]] = {}

    def __repr__(self) -> str:
        return f"Module({self.path!r})"

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the file, as `ast.walk` gives them: walked once for all who look."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def names(self) -> dict[str, list[Binding]]:
        """What the module's own statements bind."""
        return bindings(self.tree.body)

    @cached_property
    def stars(self) -> tuple[Imported, ...]:
        """The modules of ``from … import *``."""
        return tuple(binding for binding in self.names.get("*", ()) if isinstance(binding, Imported))

    def local_names(self, function: Function) -> dict[str, list[Binding]]:
        """What a function of this module binds: its parameters and what its body assigns."""
        if function not in self._locals:
            found: dict[str, list[Binding]] = {}
            for name, binding in parameters(function):
                found.setdefault(name, []).append(binding)
            for name, inner in bindings(function.body).items():
                found.setdefault(name, []).extend(inner)
            self._locals[function] = found
        return self._locals[function]

    def globals_of(self, name: str) -> Iterator[Function]:
        """The functions that declare the name ``global``."""
        return (function for function, names in self._globals if name in names)

    @property
    def global_names(self) -> frozenset[str]:
        """Every name that some function declares ``global``."""
        return frozenset(name for _, names in self._globals for name in names)

    @cached_property
    def _globals(self) -> tuple[tuple[Function, frozenset[str]], ...]:
        declared = []
        for function in (statement for statement in statements(self.tree.body) if isinstance(statement, Function)):
            names = [node.names for node in statements(function.body) if isinstance(node, ast.Global)]
            declared.append((function, frozenset(name for some in names for name in some)))
        return tuple(declared)

    def owner(self, method: Function) -> ast.ClassDef | None:
        """The class of the module that a method is defined in."""
        return self._owners.get(method)

    @cached_property
    def _owners(self) -> dict[Function, ast.ClassDef]:
        classes = (statement for statement in statements(self.tree.body) if isinstance(statement, ast.ClassDef))
        return {member: each for each in classes for member in each.body if isinstance(member, Function)}

    @cached_property
    def calls(self) -> tuple["Call", ...]:
        """Every call in the file with the functions around it, in the order of the text."""
        return tuple(sorted(_calls(self.tree, ()), key=lambda call: (call.node.lineno, call.node.col_offset)))

    def is_guarded(self, line: int) -> bool:
        """Whether a line stands in the ``__main__`` block, which importing the module does not run."""
        block = self.main_block
        return block is not None and block.lineno <= line <= (block.body[-1].end_lineno or block.lineno)

    @cached_property
    def main_block(self) -> ast.If | None:
        """The ``if __name__ == "__main__":`` statement."""
        blocks = (statement for statement in statements(self.tree.body) if isinstance(statement, ast.If))
        return next((block for block in blocks if _is_main_test(block)), None)


@dataclass(frozen=True, slots=True)
class Call:
    """A call and the functions it stands in, the innermost last."""

    node: ast.Call
    functions: tuple[Function, ...]


def _calls(node: ast.AST, functions: tuple[Function, ...]) -> Iterator[Call]:
    waiting: list[tuple[ast.AST, tuple[Function, ...]]] = [(node, functions)]
    while waiting:
        current, around = waiting.pop()
        if isinstance(current, ast.Call):
            yield Call(current, around)
        inside = (*around, current) if isinstance(current, Function) else around
        waiting.extend((child, inside) for child in _inner_nodes(current))


def _inner_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The child nodes that can hold a call; names and constants are most of a tree and hold none."""
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            yield from (item for item in value if isinstance(item, ast.AST) and not isinstance(item, _LEAVES))
        elif isinstance(value, ast.AST) and not isinstance(value, _LEAVES):
            yield value


def _is_main_test(statement: ast.If) -> bool:
    match statement:
        case ast.If(test=ast.Compare(left=left, comparators=[right])):
            texts = {node.value for node in (left, right) if isinstance(node, ast.Constant)}
            names = {node.id for node in (left, right) if isinstance(node, ast.Name)}
            return "__main__" in texts and "__name__" in names
    return False
